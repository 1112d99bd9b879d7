import type { Content, SvgContent, TextContent } from './definition.ts'
import { blockHeight } from './fit-text.ts'
import { points } from './millimetres.ts'
import type { PlacedValue } from './overprint-form.ts'

/** How far the faces reach above the baseline, in em (their hhea table), and how far the em square does. */
const FACE_ASCENT = 1.151
const SQUARE_ASCENT = 0.88

/** The drawing of a placed value: a line of text each, the top-left of its em square on the point given. */
export function drawPlacedValue(value: PlacedValue): Content[] {
  if (value.rotate !== undefined) return [turnedText(value, value.rotate)]
  return value.lines.map((line, index) =>
    textAt(line, points(value.left), points(value.top) + index * value.pitch * value.size, value.size),
  )
}

/** One line of text with the top-left of its em square at (x, y); points. */
export function textAt(
  text: string,
  x: number,
  y: number,
  fontSize: number,
  style: Partial<TextContent> = {},
): TextContent {
  return {
    font: 'serif',
    ...style,
    text,
    fontSize,
    absolutePosition: { x, y: y - (FACE_ASCENT - SQUARE_ASCENT) * fontSize },
    noWrap: true,
    lineHeight: 1,
    preserveLeadingSpaces: true,
    preserveTrailingSpaces: true,
  }
}

/** Turned about the middle of its box: pdfmake cannot turn text, an SVG of the box's diagonal can. */
function turnedText(value: PlacedValue, degrees: number): SvgContent {
  const side = points(value.width + value.height)
  const middle = side / 2
  const firstBaseline =
    middle - blockHeight(value.lines.length, value.size, value.pitch) / 2 + SQUARE_ASCENT * value.size
  const texts = value.lines.map((line, index) => {
    const y = firstBaseline + index * value.pitch * value.size
    return `<text x="${middle}" y="${y}" text-anchor="middle" font-family="serif" font-size="${value.size}">${escapeXml(line)}</text>`
  })
  return {
    svg: `<svg width="${side}" height="${side}" viewBox="0 0 ${side} ${side}"><g transform="rotate(${degrees} ${middle} ${middle})">${texts.join('')}</g></svg>`,
    width: side,
    height: side,
    absolutePosition: {
      x: points(value.left + value.width / 2) - middle,
      y: points(value.top + value.height / 2) - middle,
    },
  }
}

function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
