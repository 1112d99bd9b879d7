import type { Content } from './definition.ts'
import { centredValue, label, value, type FormGrid, type GridRow } from './form-grid.ts'
import type { RegisterFrontContent } from './register-form-front.ts'
import { headingAt, labelAt } from './sheet-drawing.ts'

/** One changed or corrected item of the entry, in printed words. */
export interface RegisterChange {
  readonly item: string
  readonly content: string
  readonly on: string
  readonly declarant: string
  readonly clerk: string
}

export interface RegisterBackSheet {
  readonly grids: readonly FormGrid<string>[]
  readonly values: Readonly<Record<string, string>>
  readonly printing: readonly Content[]
}

const ROWS = 15
const LEFT = 15
const WIDTH = 180
const ROW_HEIGHT = 12.4
const columns = ['item', 'content', 'on', 'declarant', 'clerk'] as const
const heads: Readonly<Record<(typeof columns)[number], readonly [name: string, width: number]>> = {
  item: ['变更、更正项目', 30],
  content: ['变更、更正后的内容', 74],
  on: ['日期', 26],
  declarant: ['申报人签章', 25],
  clerk: ['承办人签章', 25],
}

/** The back, and a further sheet for each fifteen changes more; the notes stand on the first. */
export function registerBackSheets(
  changes: readonly RegisterChange[],
  notes: string,
  person: Pick<RegisterFrontContent, 'name' | 'citizenId'>,
): RegisterBackSheet[] {
  const sheets: RegisterBackSheet[] = []
  for (let first = 0; first === 0 || first < changes.length; first += ROWS)
    sheets.push(backSheet(changes.slice(first, first + ROWS), first === 0 ? notes : '', person))
  return sheets
}

function backSheet(
  changes: readonly RegisterChange[],
  notes: string,
  person: Pick<RegisterFrontContent, 'name' | 'citizenId'>,
): RegisterBackSheet {
  const blank = Array.from({ length: ROWS }, (_, row) => columns.map((column) => [keyOf(row, column), '']))
  const written = changes.flatMap((change, row) =>
    columns.map((column) => [keyOf(row, column), change[column]]),
  )
  return {
    grids: [changesGrid, notesGrid],
    values: { ...Object.fromEntries(blank.flat()), ...Object.fromEntries(written), notes },
    printing: [
      headingAt('登记事项变更和更正记载', 105, 16, 16, 3),
      labelAt(`姓名：${person.name}`, LEFT, 26.4, 9),
      labelAt(`公民身份号码：${person.citizenId}`, 132, 26.4, 9),
    ],
  }
}

function keyOf(row: number, column: string): string {
  return `row${row + 1}.${column}`
}

const changesGrid: FormGrid<string> = {
  left: LEFT,
  top: 31.5,
  width: WIDTH,
  rows: [
    { height: 8, cells: columns.map((column) => label(...heads[column])) },
    ...Array.from({ length: ROWS }, (_, row) => changeRow(row)),
  ],
}

const notesGrid: FormGrid<string> = {
  left: LEFT,
  top: 31.5 + 8 + ROWS * ROW_HEIGHT,
  width: WIDTH,
  rows: [{ height: 48, cells: [label('记事', 30), { ...value('notes', '记事'), size: 10.5 }] }],
}

function changeRow(row: number): GridRow<string> {
  return {
    height: ROW_HEIGHT,
    cells: columns.map((column) => {
      const [name, width] = heads[column]
      const make = column === 'content' ? value : centredValue
      return { ...make(keyOf(row, column), `第${row + 1}行${name}`, width), size: 10 }
    }),
  }
}
