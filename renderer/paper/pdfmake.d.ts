/** pdfmake's printer as a module: its types describe only the bundled builds, which carry an older pdfkit. */
declare module 'pdfmake/js/Printer.js' {
  import type { CustomTableLayout, TDocumentDefinitions } from 'pdfmake/interfaces'

  export interface FontSource {
    /** Bytes, or a font already parsed by fontkit (pdfkit 0.20 and later). */
    readonly url: unknown
  }

  export interface PrintableDocument {
    on(event: 'data', listener: (chunk: Uint8Array) => void): void
    on(event: 'end', listener: () => void): void
    on(event: 'error', listener: (error: Error) => void): void
    end(): void
  }

  class PdfPrinter {
    constructor(
      fonts: Record<string, { normal: FontSource; bold: FontSource }>,
      virtualFiles: null,
      urlResolver: { resolve(): void; resolved(): Promise<void> },
      localAccessPolicy: () => boolean,
    )
    createPdfKitDocument(
      definition: TDocumentDefinitions,
      options: { tableLayouts: Record<string, CustomTableLayout> },
    ): Promise<PrintableDocument>
  }

  const printerModule: { readonly default: typeof PdfPrinter } | typeof PdfPrinter
  export default printerModule
}
