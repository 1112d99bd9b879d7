import type { PlainDate } from '../base/plain-date.ts'
import type { RecordKey } from '../register/record.ts'

/** One thing that a figure counted, so that every figure can show what it is made of. */
export interface CountedRow {
  /** Key of a person's or a household's record, or the id of a case. */
  readonly key: RecordKey
  readonly kind: 'person' | 'household' | 'case'
  /** The day of the event, where an event was counted and not a state. */
  readonly on?: PlainDate
  /** What the event was and why, in words. */
  readonly note?: string
  /** The case that made the event; empty for an event before the program. */
  readonly caseId?: string
}

/** A number of a report. It is never stored: its value is the count of its rows. */
export interface Figure {
  /** Unique in one report: table, row and column. */
  readonly id: string
  /** What it counts, in words: 城镇居民 · 家庭户. */
  readonly name: string
  readonly rows: readonly CountedRow[]
}

/** A row of figures and their sum. */
export interface TableLine {
  readonly id: string
  readonly title: string
  readonly cells: readonly Figure[]
  readonly total: Figure
}

/** A table of a report: lines, columns, sums on both sides. */
export interface StatisticsTable {
  readonly id: string
  readonly title: string
  /** Words over the first column. */
  readonly corner: string
  readonly columns: readonly Heading[]
  readonly lines: readonly TableLine[]
  readonly sum: TableLine
}

/** A column or a line before its figures are known. */
export interface Heading {
  readonly id: string
  readonly title: string
}

export function valueOf(figure: Figure): number {
  return figure.rows.length
}

interface TableToFill {
  readonly id: string
  readonly title: string
  readonly corner: string
  readonly columns: readonly Heading[]
  readonly lines: readonly Heading[]
}

/** A counted row with the line and the column in which it counts. */
export interface PlacedRow {
  readonly line: string
  readonly column: string
  readonly row: CountedRow
}

const sumOf: Heading = { id: 'sum', title: '合计' }

/** Sorts rows into a table and adds the sums. A row whose line or column the table does not have counts nowhere. */
export function fillTable(table: TableToFill, placed: Iterable<PlacedRow>): StatisticsTable {
  const byCell = new Map<string, CountedRow[]>()
  for (const { line, column, row } of placed) {
    const cell = byCell.get(`${line}/${column}`)
    if (cell) cell.push(row)
    else byCell.set(`${line}/${column}`, [row])
  }
  const rowsIn = (lines: readonly Heading[], columns: readonly Heading[]) =>
    lines.flatMap((line) => columns.flatMap((column) => byCell.get(`${line.id}/${column.id}`) ?? []))
  const figure = (line: Heading, column: Heading): Figure => ({
    id: `${table.id}/${line.id}/${column.id}`,
    name: [table.title, line.title, column.title].filter((word) => word !== '').join(' · '),
    rows: rowsIn(line === sumOf ? table.lines : [line], column === sumOf ? table.columns : [column]),
  })
  const lineOf = (line: Heading): TableLine => ({
    ...line,
    cells: table.columns.map((column) => figure(line, column)),
    total: figure(line, sumOf),
  })
  return { ...table, lines: table.lines.map(lineOf), sum: lineOf(sumOf) }
}
