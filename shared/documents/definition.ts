/**
 * The plain data a paper is made of: the part of pdfmake's document language that the office uses.
 *
 * Own declarations instead of pdfmake's, for two reasons. Its types pull the DOM and Node into every file that
 * reads them, and shared/ must not know either. And they allow functions, which cannot be sent to the worker that
 * renders, filed or compared. All lengths are points (1/72 inch), measured from the top-left corner of the page.
 */
export interface DocumentDefinition {
  readonly pageSize: 'A4' | 'A5' | { width: number; height: number }
  readonly pageOrientation?: 'portrait' | 'landscape'
  /** left, top, right, bottom */
  readonly pageMargins: [number, number, number, number]
  readonly info: { title: string; subject?: string }
  readonly defaultStyle: TextStyle
  /** Repeated on each page; `pageNumberMark` and `pageCountMark` in it are replaced when rendering. */
  readonly footer?: Content
  readonly watermark?: Watermark
  readonly content: Content[]
}

/** `serif` is the face of certificates (宋体), with a bold cut; `sans` the face of slips, regular only. */
export type FontFamily = 'serif' | 'sans'

export interface TextStyle {
  font?: FontFamily
  fontSize?: number
  bold?: boolean
  color?: string
  alignment?: 'left' | 'center' | 'right' | 'justify'
  /** Times the face's own line height, which is 1.44 em for both faces. */
  lineHeight?: number
  characterSpacing?: number
}

export interface Placement {
  absolutePosition?: { x: number; y: number }
  relativePosition?: { x: number; y: number }
  /** left, top, right, bottom */
  margin?: [number, number, number, number]
  width?: number | 'auto' | '*'
  unbreakable?: boolean
  pageBreak?: 'before' | 'after'
}

export interface CellSpan {
  colSpan?: number
  rowSpan?: number
  fillColor?: string
  verticalAlignment?: 'top' | 'middle' | 'bottom'
}

export interface TextContent extends TextStyle, Placement, CellSpan {
  text: string | TextContent[]
  noWrap?: boolean
  leadingIndent?: number
  preserveLeadingSpaces?: boolean
  preserveTrailingSpaces?: boolean
}

export interface StackContent extends TextStyle, Placement, CellSpan {
  stack: Content[]
}

export interface ColumnsContent extends TextStyle, Placement {
  columns: Content[]
  columnGap?: number
}

/** Ways to rule a table: all lines, only under rows, or none. Drawn by renderer/paper/table-layouts.ts. */
export type TableRuling = 'ruled' | 'underlined' | 'unruled'

export interface TableContent extends TextStyle, Placement {
  table: {
    body: Content[][]
    widths: (number | 'auto' | '*')[]
    headerRows?: number
    /** So many rows stay on the page of the head: no heading stands alone at the foot of a page. */
    keepWithHeaderRows?: number
    dontBreakRows?: boolean
    heights?: number | number[]
  }
  layout: TableRuling
}

export interface LineShape {
  type: 'line'
  x1: number
  y1: number
  x2: number
  y2: number
  lineWidth?: number
  lineColor?: string
  dash?: { length: number; space: number }
}

export interface RectangleShape {
  type: 'rect'
  x: number
  y: number
  w: number
  h: number
  lineWidth?: number
  lineColor?: string
  color?: string
  dash?: { length: number; space: number }
}

export interface EllipseShape {
  type: 'ellipse'
  x: number
  y: number
  r1: number
  r2: number
  lineWidth?: number
  lineColor?: string
  dash?: { length: number; space: number }
}

export type Shape = LineShape | RectangleShape | EllipseShape

export interface CanvasContent extends Placement {
  canvas: Shape[]
}

/** Only for what the layout language cannot say: turned text. */
export interface SvgContent extends Placement {
  svg: string
  width: number
  height: number
}

/** A QR code; `fit` is its side in points, the quiet zone not counted. */
export interface QrContent extends Placement {
  qr: string
  fit: number
  eccLevel: 'L' | 'M'
}

export type Content =
  TextContent | StackContent | ColumnsContent | TableContent | CanvasContent | SvgContent | QrContent

export interface Watermark {
  text: string
  font: FontFamily
  bold: boolean
  fontSize: number
  color: string
  /** 0 to 1 */
  opacity: number
  /** Degrees, clockwise. */
  angle: number
}
