import { readFileSync } from 'node:fs'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { millimetres } from '../../shared/documents/millimetres.ts'

/** A run of text on a page; millimetres from the page's top-left corner, `size` in points. */
export interface PageRun {
  readonly text: string
  readonly left: number
  readonly right: number
  readonly baseline: number
  readonly size: number
}

export interface PageMeasure {
  readonly width: number
  readonly height: number
  readonly runs: readonly PageRun[]
}

/** The places of all unturned text on every page of a PDF. */
export async function measurePages(path: string): Promise<PageMeasure[]> {
  const pdf = await getDocument({ data: new Uint8Array(readFileSync(path)), verbosity: 0 }).promise
  const numbers = Array.from({ length: pdf.numPages }, (_, index) => index + 1)
  return Promise.all(
    numbers.map(async (number) => {
      const page = await pdf.getPage(number)
      const { width, height } = page.getViewport({ scale: 1 })
      const { items } = await page.getTextContent()
      const runs = items.flatMap((item): PageRun[] => {
        if (!('str' in item) || item.str.trim() === '') return []
        const [a, b, , , x, y] = item.transform as number[]
        if (a === undefined || b !== 0 || x === undefined || y === undefined) return []
        const left = millimetres(x)
        const right = millimetres(x + item.width)
        return [{ text: item.str, left, right, baseline: millimetres(height - y), size: a }]
      })
      return { width: millimetres(width), height: millimetres(height), runs }
    }),
  )
}

/** Characters of the agricultural distinction, which no paper may print since 2016 (赤政发〔2016〕50号, 三(一)). */
export const abolishedWords = /农业户口|非农业|农业家庭户|农业集体户|农转非/u
