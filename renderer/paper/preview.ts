import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { millimetres } from '../../shared/documents/millimetres.ts'

/**
 * Pages of a finished PDF drawn on canvases: what is seen is what will be printed, byte for byte, and no frame, plugin
 * or evaluated script is needed. The legacy build is used because it runs on the oldest Chromium we support.
 */
export interface PaperPreview {
  readonly pageCount: number
  /** Width and height of a page in millimetres; pages count from 1. */
  pageSize(page: number): Promise<{ readonly width: number; readonly height: number }>
  /**
   * Draws a page on the canvas and sets the canvas's size, both its pixels and its style. At zoom 1 a millimetre on
   * paper is a CSS millimetre on screen; `quarters` turns it clockwise. Drawing again on the same canvas stops the
   * drawing under way.
   */
  drawPage(page: number, canvas: HTMLCanvasElement, zoom: number, quarters?: number): Promise<void>
  close(): Promise<void>
}

const POINTS_PER_INCH = 72
const CSS_PIXELS_PER_INCH = 96

GlobalWorkerOptions.workerSrc = new URL('pdfjs-dist/legacy/build/pdf.worker.min.mjs', import.meta.url).href

/** Opens PDF bytes for looking at; the bytes stay the caller's. */
export async function openPreview(bytes: Uint8Array): Promise<PaperPreview> {
  const opening = getDocument({ data: bytes.slice(), isEvalSupported: false, useSystemFonts: false })
  const pdf = await opening.promise
  const drawings = new WeakMap<HTMLCanvasElement, { cancel(): void }>()
  return {
    pageCount: pdf.numPages,
    pageSize: async (page) => pageSize(pdf, page),
    drawPage: async (page, canvas, zoom, quarters = 0) =>
      drawPage(pdf, drawings, page, canvas, zoom, quarters),
    close: async () => opening.destroy(),
  }
}

async function pageSize(pdf: PDFDocumentProxy, page: number): Promise<{ width: number; height: number }> {
  const viewport = (await pdf.getPage(page)).getViewport({ scale: 1 })
  return { width: millimetres(viewport.width), height: millimetres(viewport.height) }
}

async function drawPage(
  pdf: PDFDocumentProxy,
  drawings: WeakMap<HTMLCanvasElement, { cancel(): void }>,
  pageNumber: number,
  canvas: HTMLCanvasElement,
  zoom: number,
  quarters: number,
): Promise<void> {
  const page = await pdf.getPage(pageNumber)
  drawings.get(canvas)?.cancel()
  const cssScale = (CSS_PIXELS_PER_INCH / POINTS_PER_INCH) * zoom
  const viewport = page.getViewport({
    scale: cssScale * window.devicePixelRatio,
    rotation: page.rotate + 90 * quarters,
  })
  canvas.width = Math.round(viewport.width)
  canvas.height = Math.round(viewport.height)
  canvas.style.width = `${canvas.width / window.devicePixelRatio}px`
  canvas.style.height = `${canvas.height / window.devicePixelRatio}px`
  const drawing = page.render({ canvas, viewport })
  drawings.set(canvas, drawing)
  await drawing.promise.catch((error: unknown) => {
    if (!(error instanceof Error) || error.name !== 'RenderingCancelledException') throw error
  })
}
