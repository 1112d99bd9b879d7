import { accepted, type Outcome } from '../base/outcome.ts'
import { calibrate } from './calibration.ts'

import { bookletSheet, type BookletPaper } from './booklet-page.ts'
import type { Content, DocumentDefinition, Shape } from './definition.ts'
import { placeValues, type OverprintBox, type OverprintForm } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { drawPlacedValue } from './placed-text.ts'
import { headingAt, labelInCell, onSheet, ruleLine } from './sheet-drawing.ts'
import { archiveWatermark } from './watermark.ts'

/** One change: an item's columns in printed words, in the order of the page's columns. */
export interface BookletChange {
  readonly words: readonly string[]
  readonly on: string
  readonly clerk: string
}

/** A page of changes: nine rows of 7.68 mm; its columns stand at millimetres from the page's corner. */
export interface ChangesPage {
  readonly id: string
  readonly title: string
  readonly columns: readonly ChangesColumn[]
}

export interface ChangesColumn {
  readonly name: string
  readonly left: number
  readonly width: number
}

const ROWS = 9
/** Top of the first row's values and from row to row; the vendor's template, one pixel being 0.2646 mm. */
const FIRST_TOP = 15.3
const PITCH = 7.68
/** The line above a row runs this far above its values. */
const ABOVE = 1.9
const EDGE_LEFT = 12
const EDGE_RIGHT = 136.4

interface Entry {
  readonly change: BookletChange
  readonly row: number
  readonly span: number
}

/**
 * Sets changes one below the other, oldest first. A text that has no room in one row takes two; what no longer fits the
 * page goes on a further page, so the answer is one document of as many pages as are needed.
 */
export function changesPages(
  page: ChangesPage,
  changes: readonly BookletChange[],
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  const content: Content[] = []
  const sheets = entriesBySheet(page, changes)
  for (const [index, entries] of sheets.entries()) {
    const form = formOf(page, entries)
    const fitted = paper.kind === 'printed-stock' ? calibrate(form, paper.calibration) : form
    const placed = placeValues(fitted, valuesOf(entries))
    if (!placed.ok) return placed
    if (index > 0) content.push({ text: ' ', fontSize: 1, pageBreak: 'before' })
    if (paper.kind === 'archive-copy') content.push(...printing(page, entries))
    content.push(...placed.value.flatMap(drawPlacedValue))
  }
  if (paper.kind === 'printed-stock')
    return accepted({ ...sheetPage(bookletSheet, `${page.title}（套打）`), content })
  return accepted({
    ...sheetPage(bookletSheet, `${page.title}存档样张`),
    watermark: archiveWatermark(25, -36),
    content,
  })
}

/** The page's boxes with one change in each row, for the alignment grid. */
export function changesForm(page: ChangesPage): OverprintForm<string> {
  const change: BookletChange = { words: page.columns.map(() => ''), on: '', clerk: '' }
  return formOf(
    page,
    Array.from({ length: ROWS }, (_, row) => ({ change, row, span: 1 })),
  )
}

function entriesBySheet(page: ChangesPage, changes: readonly BookletChange[]): Entry[][] {
  const sheets: Entry[][] = [[]]
  let row = 0
  for (const change of changes) {
    const span = rowsNeeded(page, change)
    if (row + span > ROWS) {
      sheets.push([])
      row = 0
    }
    sheets.at(-1)?.push({ change, row, span })
    row += span
  }
  return sheets
}

function rowsNeeded(page: ChangesPage, change: BookletChange): number {
  const entry: Entry = { change, row: 0, span: 1 }
  const oneRow = placeValues(formOf(page, [entry]), valuesOf([entry]))
  return oneRow.ok ? 1 : 2
}

function formOf(page: ChangesPage, entries: readonly Entry[]): OverprintForm<string> {
  return {
    id: page.id,
    edition: '1996-a',
    title: page.title,
    sheet: bookletSheet,
    boxes: entries.flatMap((entry) => entryBoxes(page, entry)),
  }
}

function entryBoxes(page: ChangesPage, { row, span }: Entry): OverprintBox<string>[] {
  return page.columns.map((column, index) => ({
    id: `row${row + 1}.column${index + 1}`,
    part: 'main',
    value: `row${row + 1}.column${index + 1}`,
    label: `第${row + 1}行${column.name}`,
    left: column.left,
    top: FIRST_TOP + row * PITCH,
    width: column.width,
    height: span * PITCH - ABOVE - 0.3,
    size: 9,
    lines: 6,
  }))
}

function valuesOf(entries: readonly Entry[]): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ change, row }) =>
      [...change.words, change.on, change.clerk].map(
        (text, index) => [`row${row + 1}.column${index + 1}`, text] as const,
      ),
    ),
  )
}

function printing(page: ChangesPage, entries: readonly Entry[]): Content[] {
  const headTop = FIRST_TOP - ABOVE - 5.2
  const firstLine = FIRST_TOP - ABOVE
  const bottom = firstLine + ROWS * PITCH
  const continued = new Set(entries.filter(({ span }) => span > 1).map(({ row }) => row + 1))
  const rowLines = Array.from({ length: ROWS + 1 }, (_, row) => row).filter((row) => !continued.has(row))
  const edges = [EDGE_LEFT, ...page.columns.slice(1).map((column) => column.left - 1), EDGE_RIGHT]
  const shapes: Shape[] = [
    ruleLine(EDGE_LEFT, headTop, EDGE_RIGHT, headTop),
    ...rowLines.map((row) =>
      ruleLine(EDGE_LEFT, firstLine + row * PITCH, EDGE_RIGHT, firstLine + row * PITCH),
    ),
    ...edges.map((x) => ruleLine(x, headTop, x, bottom)),
  ]
  const heads = page.columns.flatMap((column, index) =>
    labelInCell([column.name], {
      left: edges[index] ?? EDGE_LEFT,
      right: edges[index + 1] ?? EDGE_RIGHT,
      top: headTop,
      bottom: firstLine,
    }),
  )
  return [headingAt(page.title, bookletSheet.width / 2, 3, 11, 2), onSheet(shapes), ...heads]
}
