import type { TDocumentDefinitions } from 'pdfmake/interfaces'
import printerModule, { type FontSource, type PrintableDocument } from 'pdfmake/js/Printer.js'
import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { DocumentDefinition } from '../../shared/documents/definition.ts'
import { missingCharacters, uncoveredRefusal, watchCoverage } from './coverage.ts'
import { fontCuts, parseFonts, type FontCut, type FontFiles } from './fonts.ts'
import { numberedFooter } from './page-numbers.ts'
import { tableLayouts } from './table-layouts.ts'

/** Sets documents into PDF. Knows neither the screen nor the disk: the worker and the tests use the same one. */
export interface PdfEngine {
  /** The bytes of the PDF; refused, naming the characters, when a font would print an empty box. */
  render(definition: DocumentDefinition): Promise<Outcome<Uint8Array>>
  /** The characters of a text that the cut cannot print, for telling the clerk while typing. */
  missingCharacters(text: string, cut: FontCut): string[]
}

/** A CommonJS module: Node hands out its exports, a bundler may hand out the class itself. */
const PdfPrinter = 'default' in printerModule ? printerModule.default : printerModule

/** A document never fetches and never reads a file; all it needs is in it. */
const nothingToFetch = { resolve: (): void => {}, resolved: async (): Promise<void> => {} }
const noLocalFiles = (): boolean => false

/** Parses the fonts once; later documents only pay for the glyphs they use. */
export function createPdfEngine(files: FontFiles): PdfEngine {
  const fonts = parseFonts(files)
  const watches = fontCuts.map((cut) => watchCoverage(fonts[cut]))
  // pdfmake puts what it resolved in the place of each `url`, so every document needs sources of its own.
  const fontSources = (): Record<string, { normal: FontSource; bold: FontSource }> => ({
    serif: { normal: { url: fonts.serif }, bold: { url: fonts.serifBold } },
    sans: { normal: { url: fonts.sans }, bold: { url: fonts.serifBold } },
  })
  const setDocument = async (definition: DocumentDefinition): Promise<Outcome<Uint8Array>> => {
    watches.forEach((watch) => watch.takeMissed())
    const printer = new PdfPrinter(fontSources(), null, nothingToFetch, noLocalFiles)
    const document = await printer.createPdfKitDocument(printable(definition), { tableLayouts })
    const bytes = await collectBytes(document)
    const missed = [...new Set(watches.flatMap((watch) => watch.takeMissed()))]
    return missed.length === 0 ? accepted(bytes) : refused(uncoveredRefusal(missed))
  }
  let queue: Promise<unknown> = Promise.resolve()
  return {
    // One document at a time: the watches cannot tell two documents apart.
    render: (definition) => {
      const rendered = queue.then(async () => setDocument(definition))
      queue = rendered.catch(() => {})
      return rendered
    },
    missingCharacters: (text, cut) => missingCharacters(fonts[cut], text),
  }
}

/** pdfmake writes its own notes into the definition it is given, so it gets a copy. */
function printable(definition: DocumentDefinition): TDocumentDefinitions {
  const { footer, ...rest } = structuredClone(definition)
  const compressed = { ...rest, compress: true, version: '1.7' as const, language: 'zh-CN' }
  return footer === undefined ? compressed : { ...compressed, footer: numberedFooter(footer) }
}

async function collectBytes(document: PrintableDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await new Promise<void>((resolve, reject) => {
    document.on('data', (chunk) => chunks.push(chunk))
    document.on('end', resolve)
    document.on('error', reject)
    document.end()
  })
  return joined(chunks)
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((length, chunk) => length + chunk.length, 0))
  let offset = 0
  for (const chunk of chunks) {
    bytes.set(chunk, offset)
    offset += chunk.length
  }
  return bytes
}
