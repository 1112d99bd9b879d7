import type { Content, DocumentDefinition } from './definition.ts'
import { points } from './millimetres.ts'

/** Stand in a footer for the page's number and the number of pages; replaced when the pages are known. */
export const pageNumberMark = '{页码}'
export const pageCountMark = '{页数}'

type PageFrame = Omit<DocumentDefinition, 'content'>

/** A sheet of its own size on which everything is placed by coordinate; millimetres. */
export function sheetPage(
  sheet: { readonly width: number; readonly height: number },
  title: string,
): PageFrame {
  return {
    pageSize: { width: points(sheet.width), height: points(sheet.height) },
    pageMargins: [0, 0, 0, 0],
    info: { title },
    defaultStyle: { font: 'serif', fontSize: 10 },
  }
}

/** A counter slip or notice: quiet sans, wide margins, station and page number at the foot. */
export function slipPage(size: 'A4' | 'A5', title: string, footLine: string): PageFrame {
  const side = points(size === 'A4' ? 24 : 16)
  const top = points(size === 'A4' ? 22 : 13)
  return {
    pageSize: size,
    pageMargins: [side, top, side, points(18)],
    info: { title },
    defaultStyle: { font: 'sans', fontSize: size === 'A4' ? 10.5 : 9.5, lineHeight: 1.05, color: '#1a1a1a' },
    footer: slipFooter(side, footLine),
  }
}

function slipFooter(side: number, footLine: string): Content {
  const style = { fontSize: 7.5, color: '#666666' }
  return {
    columns: [
      { ...style, text: footLine, width: '*' },
      {
        ...style,
        text: `第 ${pageNumberMark} 页，共 ${pageCountMark} 页`,
        width: 'auto',
        alignment: 'right',
      },
    ],
    margin: [side, points(6), side, 0],
  }
}
