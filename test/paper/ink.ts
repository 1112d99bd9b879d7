import { execFileSync } from 'node:child_process'

/** A page as black and white dots, measured in millimetres: what the paper shows, whatever the PDF says. */
const RESOLUTION = 300
const MILLIMETRES_PER_DOT = 25.4 / RESOLUTION
const DARK = 160

export interface Area {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
}

export interface Ink {
  readonly columns: number
  readonly rows: number
  isDark(column: number, row: number): boolean
  erase(area: Area): void
}

export interface InkBox {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

export function readInk(pdf: string): Ink {
  const image = execFileSync('pdftoppm', ['-r', `${RESOLUTION}`, '-gray', '-f', '1', '-l', '1', pdf], {
    maxBuffer: 64 * 1024 * 1024,
  })
  const head = /^P5\s+(\d+)\s+(\d+)\s+255\s/.exec(image.subarray(0, 40).toString('latin1'))
  if (!head) throw new Error('not a grey picture')
  const columns = Number(head[1])
  const rows = Number(head[2])
  const dots = new Uint8Array(image.subarray(head[0].length))
  return {
    columns,
    rows,
    isDark: (column, row) => (dots[row * columns + column] ?? 255) < DARK,
    erase: (area) => {
      const dotArea = inDots(area, columns, rows)
      for (let row = dotArea.firstRow; row <= dotArea.lastRow; row += 1)
        dots.fill(255, row * columns + dotArea.firstColumn, row * columns + dotArea.lastColumn + 1)
    },
  }
}

/** The edges of all ink in an area; undefined when it is blank. */
export function inkBox(ink: Ink, area: Area): InkBox | undefined {
  const { firstRow, lastRow, firstColumn, lastColumn } = inDots(area, ink.columns, ink.rows)
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let row = firstRow; row <= lastRow; row += 1)
    for (let column = firstColumn; column <= lastColumn; column += 1) {
      if (!ink.isDark(column, row)) continue
      left = Math.min(left, column)
      right = Math.max(right, column + 1)
      top = Math.min(top, row)
      bottom = Math.max(bottom, row + 1)
    }
  if (left === Infinity) return undefined
  return {
    left: left * MILLIMETRES_PER_DOT,
    top: top * MILLIMETRES_PER_DOT,
    right: right * MILLIMETRES_PER_DOT,
    bottom: bottom * MILLIMETRES_PER_DOT,
  }
}

function inDots(area: Area, columns: number, rows: number) {
  return {
    firstColumn: dotAt(area.left, columns - 1),
    lastColumn: dotAt(area.left + area.width, columns - 1),
    firstRow: dotAt(area.top, rows - 1),
    lastRow: dotAt(area.top + area.height, rows - 1),
  }
}

function dotAt(length: number, last: number): number {
  return Math.min(Math.max(Math.round(length / MILLIMETRES_PER_DOT), 0), last)
}
