import type { Content, Shape } from './definition.ts'
import { blockHeight, fitText } from './fit-text.ts'
import { points } from './millimetres.ts'
import type { OverprintBox, PlacedValue } from './overprint-form.ts'
import { textAt } from './placed-text.ts'
import { labelInCell, onSheet, ruleLine } from './sheet-drawing.ts'
import { textWidth } from './text-width.ts'

/**
 * A ruled form as data: rows of printed labels and of cells for values, from which both the printing (lines and
 * labels) and the places of the values follow. Lengths in millimetres from the sheet's top-left corner.
 */
export interface FormGrid<Key extends string> {
  readonly left: number
  readonly top: number
  readonly width: number
  readonly rows: readonly GridRow<Key>[]
}

export interface GridRow<Key extends string> {
  readonly height: number
  readonly cells: readonly GridCell<Key>[]
}

/** One cell of a row may leave its width open; it takes what the others leave. */
export type GridCell<Key extends string> = LabelCell | ValueCell<Key>

export interface LabelCell {
  readonly label: string
  readonly width?: number
}

export interface ValueCell<Key extends string> {
  readonly value: Key
  /** What the clerk calls this cell. */
  readonly name: string
  readonly width?: number
  /** Points; 9 where nothing is said. */
  readonly size?: number
  readonly centred?: boolean
}

interface Area {
  readonly left: number
  readonly top: number
  readonly right: number
  readonly bottom: number
}

const VALUE_SIZE = 9
const LABEL_SIZE = 7.8
const SIDE = 1.1
const EDGE = 0.5
const MOST_LINES = 8

/** A printed label; its text is broken into lines by itself. */
export function label(text: string, width?: number): LabelCell {
  return width === undefined ? { label: text } : { label: text, width }
}

/** A cell for a value. */
export function value<Key extends string>(key: Key, name: string, width?: number): ValueCell<Key> {
  return width === undefined ? { value: key, name } : { value: key, name, width }
}

/** A cell for a short value, set in the middle. */
export function centredValue<Key extends string>(key: Key, name: string, width?: number): ValueCell<Key> {
  return { ...value(key, name, width), centred: true }
}

/** Where the bottom line of the grid runs. */
export function gridBottom(grid: FormGrid<string>): number {
  return grid.rows.reduce((bottom, row) => bottom + row.height, grid.top)
}

/** The boxes in which the grid's values stand. */
export function gridBoxes<Key extends string>(grid: FormGrid<Key>): OverprintBox<Key>[] {
  return placedCells(grid).flatMap(({ cell, area }) => ('value' in cell ? [boxOf(cell, area)] : []))
}

/** What a printing house prints of the grid: its lines and labels. */
export function gridPrinting(grid: FormGrid<string>, labelSize = LABEL_SIZE): Content[] {
  const labels = placedCells(grid).flatMap(({ cell, area }) =>
    'label' in cell ? printedLabel(cell.label, area, labelSize) : [],
  )
  return [onSheet(gridLines(grid)), ...labels]
}

/** Draws placed values in the middle of their cells' height; those of centred cells also in the middle of the width. */
export function drawGridValues(
  grids: readonly FormGrid<string>[],
  placed: readonly PlacedValue[],
): Content[] {
  const centred = new Set(
    grids.flatMap((grid) =>
      grid.rows.flatMap((row) =>
        row.cells.flatMap((cell) => ('value' in cell && cell.centred === true ? [boxId(cell.value)] : [])),
      ),
    ),
  )
  return placed.flatMap((each) => drawInCell(each, centred.has(each.boxId)))
}

function drawInCell(placed: PlacedValue, centred: boolean): Content[] {
  const { lines, size, pitch } = placed
  const spare = points(placed.height) - blockHeight(lines.length, size, pitch)
  return lines.map((line, index) => {
    const indent = centred ? (points(placed.width) - textWidth(line) * size) / 2 : 0
    return textAt(
      line,
      points(placed.left) + indent,
      points(placed.top) + spare / 2 + index * pitch * size,
      size,
    )
  })
}

function boxOf<Key extends string>(cell: ValueCell<Key>, area: Area): OverprintBox<Key> {
  return {
    id: boxId(cell.value),
    part: 'main',
    value: cell.value,
    label: cell.name,
    left: area.left + SIDE,
    top: area.top + EDGE,
    width: area.right - area.left - 2 * SIDE,
    height: area.bottom - area.top - 2 * EDGE,
    size: cell.size ?? VALUE_SIZE,
    lines: MOST_LINES,
  }
}

function boxId(key: string): string {
  return `main.${key}`
}

function printedLabel(text: string, area: Area, size: number): Content[] {
  const room = { width: area.right - area.left - 2, height: area.bottom - area.top, size, lines: 4 }
  const fitted = fitText(text, room, '', text)
  return fitted.ok
    ? labelInCell(fitted.value.lines, area, fitted.value.size)
    : labelInCell([text], area, size)
}

function gridLines(grid: FormGrid<string>): Shape[] {
  const { left, top, width } = grid
  const right = left + width
  const bottom = gridBottom(grid)
  const tops = rowAreas(grid).map((row) => row.top)
  const inner = placedCells(grid).filter(({ area }) => area.left > left)
  return [
    ...[...tops, bottom].map((y) => ruleLine(left, y, right, y)),
    ruleLine(left, top, left, bottom),
    ruleLine(right, top, right, bottom),
    ...inner.map(({ area }) => ruleLine(area.left, area.top, area.left, area.bottom)),
  ]
}

function rowAreas<Key extends string>(grid: FormGrid<Key>): (Area & { row: GridRow<Key> })[] {
  let top = grid.top
  return grid.rows.map((row) => {
    const area = { left: grid.left, right: grid.left + grid.width, top, bottom: top + row.height, row }
    top = area.bottom
    return area
  })
}

function placedCells<Key extends string>(grid: FormGrid<Key>): { cell: GridCell<Key>; area: Area }[] {
  return rowAreas(grid).flatMap(({ row, top, bottom }) => {
    const taken = row.cells.reduce((sum, cell) => sum + (cell.width ?? 0), 0)
    let left = grid.left
    return row.cells.map((cell) => {
      const area = { left, top, right: left + (cell.width ?? grid.width - taken), bottom }
      left = area.right
      return { cell, area }
    })
  })
}
