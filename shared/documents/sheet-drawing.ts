import type { Content, Shape, TextContent } from './definition.ts'
import { points } from './millimetres.ts'
import { textAt } from './placed-text.ts'
import { textWidth } from './text-width.ts'

/** Ink of what a printing house prints: a dark green, as on the old certificates, apart from the black values. */
export const formInk = '#24493c'

/** A straight line between two points of the sheet; millimetres. */
export function ruleLine(x1: number, y1: number, x2: number, y2: number, lineWidth = 0.5): Shape {
  return {
    type: 'line',
    x1: points(x1),
    y1: points(y1),
    x2: points(x2),
    y2: points(y2),
    lineWidth,
    lineColor: formInk,
  }
}

/** Shapes whose coordinates are those of the sheet. */
export function onSheet(shapes: Shape[]): Content {
  return { canvas: shapes, absolutePosition: { x: 0, y: 0 } }
}

/** A label with the top-left of its first em square at the point; millimetres. */
export function labelAt(text: string, left: number, top: number, size = 8.5): TextContent {
  return textAt(text, points(left), points(top), size, { color: formInk })
}

/** A label in the middle of a cell, on as many lines as given; millimetres. */
export function labelInCell(
  lines: readonly string[],
  cell: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number },
  size = 8.5,
): Content[] {
  const pitch = size * 1.15
  const blockTop = points((cell.top + cell.bottom) / 2) - (pitch * (lines.length - 1) + size) / 2
  const middle = points((cell.left + cell.right) / 2)
  return lines.map((line, index) =>
    textAt(line, middle - (textWidth(line) * size) / 2, blockTop + index * pitch, size, { color: formInk }),
  )
}

/** A bold heading about a middle; millimetres, `spacing` in points between characters. */
export function headingAt(
  text: string,
  centre: number,
  top: number,
  size: number,
  spacing: number,
): TextContent {
  const width = textWidth(text) * size + spacing * (Array.from(text).length - 1)
  return textAt(text, points(centre) - width / 2, points(top), size, {
    bold: true,
    color: formInk,
    characterSpacing: spacing,
  })
}

/** The sheet's number in red, as the printing house stamps it, ending at `right`; millimetres. */
export function numberAt(number: string, right: number, top: number, size: number): TextContent {
  return textAt(number, points(right) - textWidth(number) * size, points(top), size, { color: '#b3202a' })
}
