import { valueOf, type StatisticsTable, type TableLine } from './figure.ts'

/** Below this a figure that leaves the station could point at a person (a rule of our own: cells under three). */
const smallestShown = 3

/** What a cell says outside the station: its number, or that it is too small or would give a small one away. */
export type MaskedValue = number | 'small' | 'withheld'

export interface MaskedLine {
  readonly title: string
  /** The cells of the line and, last, its sum. */
  readonly values: readonly MaskedValue[]
}

/**
 * A table as it may leave the station. Cells under three are masked, and where that would leave one single gap beside a
 * sum, from which the gap could be worked out, the next smallest cell is withheld too.
 */
export function maskTable(table: StatisticsTable): readonly MaskedLine[] {
  const lines = [...table.lines, table.sum]
  const grid = lines.map((line) => valuesOf(line).map(maskSmall))
  const numbers = lines.map(valuesOf)
  let changed = true
  while (changed) {
    const inLines = grid.map((_, line) => withholdSecond(cellsOfLine(numbers, line), grid))
    const inColumns = (grid[0] ?? []).map((_, column) => withholdSecond(cellsOfColumn(numbers, column), grid))
    changed = [...inLines, ...inColumns].some(Boolean)
  }
  return lines.map(({ title }, index) => ({ title, values: grid[index] ?? [] }))
}

function valuesOf({ cells, total }: TableLine): readonly number[] {
  return [...cells, total].map(valueOf)
}

function maskSmall(value: number): MaskedValue {
  return value < smallestShown ? 'small' : value
}

interface Cell {
  readonly line: number
  readonly column: number
  readonly value: number
}

function cellsOfLine(numbers: readonly (readonly number[])[], line: number): readonly Cell[] {
  return (numbers[line] ?? []).map((value, column) => ({ line, column, value }))
}

function cellsOfColumn(numbers: readonly (readonly number[])[], column: number): readonly Cell[] {
  return numbers.map((values, line) => ({ line, column, value: values[column] ?? 0 }))
}

/** With one gap among the numbers of a sum, makes a second one: the smallest number still shown. */
function withholdSecond(cells: readonly Cell[], grid: MaskedValue[][]): boolean {
  const shown = cells.filter(({ line, column }) => typeof grid[line]?.[column] === 'number')
  if (cells.length - shown.length !== 1) return false
  const smallest = shown.toSorted((one, other) => one.value - other.value)[0]
  const values = smallest && grid[smallest.line]
  if (!smallest || !values) return false
  values[smallest.column] = 'withheld'
  return true
}
