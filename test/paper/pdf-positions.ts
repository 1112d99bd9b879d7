import { readFileSync } from 'node:fs'
import { getDocument, type PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { millimetres } from '../../shared/documents/millimetres.ts'

/** A run of text as the PDF places it; millimetres from the page's top-left corner, `size` in points. */
export interface PlacedRun {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

export interface MeasuredPage {
  readonly width: number
  readonly height: number
  readonly runs: readonly PlacedRun[]
}

/** Reads the places of all unturned text on the only page of a PDF. */
export async function measurePage(path: string): Promise<MeasuredPage> {
  const [page, ...more] = await measurePages(path)
  if (!page || more.length > 0) throw new Error(`${path} has ${more.length + 1} pages`)
  return page
}

/** The same of every page. */
export async function measurePages(path: string): Promise<MeasuredPage[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, n) => n + 1)
  return Promise.all(numbers.map(async (number) => measured(await pdf.getPage(number))))
}

async function measured(page: PDFPageProxy): Promise<MeasuredPage> {
  const { width, height } = page.getViewport({ scale: 1 })
  const { items } = await page.getTextContent()
  const runs = items.flatMap((item): PlacedRun[] => {
    if (!('str' in item) || item.str.trim() === '') return []
    const [a, b, , , x, y] = item.transform as number[]
    if (a === undefined || b !== 0 || x === undefined || y === undefined) return []
    return [
      {
        text: item.str,
        left: millimetres(x),
        right: millimetres(x + item.width),
        baseline: millimetres(height - y),
        size: a,
      },
    ]
  })
  return { width: millimetres(width), height: millimetres(height), runs }
}
