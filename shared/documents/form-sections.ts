import type { Content, TableContent, TextContent } from './definition.ts'
import { factTable, type Fact } from './fact-table.ts'
import { textWidth } from './text-width.ts'

/** Tables set one below the other with a shared line, so that a form reads as one ruled sheet. */
const SHARED_LINE = -0.5
const HEAD_FILL = '#e9ece8'
const LABEL_FILL = '#f3f4f2'
const LABEL_INK = '#444444'
/** A text wider than this, in em, gets a row of its own; half an A4 row is about as wide. */
const HALF_ROW = 13

/** Facts two to a row, in order; a long one takes a whole row. `labelWidth` in points. */
export function pairedFacts(facts: readonly Fact[], labelWidth: number): TableContent {
  const rows: (readonly [Fact, Fact] | readonly [Fact])[] = []
  let waiting: Fact | undefined
  for (const fact of facts) {
    const isLong = textWidth(fact.text) > HALF_ROW
    if (waiting === undefined && !isLong) {
      waiting = fact
      continue
    }
    if (waiting === undefined) rows.push([fact])
    else if (isLong) rows.push([waiting], [fact])
    else rows.push([waiting, fact])
    waiting = undefined
  }
  if (waiting !== undefined) rows.push([waiting])
  return factTable(rows, labelWidth)
}

/** A part of the form under its heading: a list with column heads, or one line saying that there is nothing. */
export function listSection(
  heading: string,
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: (number | 'auto' | '*')[],
  nothing: string,
): TableContent {
  const whole = (cell: TextContent): Content[] => [
    { ...cell, colSpan: heads.length },
    ...heads.slice(1).map(() => ({ text: '' })),
  ]
  const numbered = rows.map((row, index) => [`${index + 1}`, ...row])
  return {
    table: {
      widths,
      headerRows: 2,
      keepWithHeaderRows: 1,
      dontBreakRows: true,
      body: [
        whole(headingCell(heading)),
        heads.map((head) => ({ text: head, alignment: 'center', fillColor: LABEL_FILL, color: LABEL_INK })),
        ...(numbered.length === 0 ? [whole({ text: nothing })] : numbered.map(listRow)),
      ],
    },
    layout: 'ruled',
    margin: [0, SHARED_LINE, 0, 0],
  }
}

/** A part of the form under its heading: paragraphs. */
export function textSection(heading: string, paragraphs: readonly string[], atLeast = 0): TableContent {
  const text: Content = {
    stack: paragraphs.map((paragraph) => ({
      text: paragraph,
      leadingIndent: 21,
      lineHeight: 1.15,
      margin: [2, 1, 2, 2],
    })),
  }
  return {
    table: { widths: ['*'], body: [[headingCell(heading)], [text]], heights: [0, atLeast], headerRows: 1 },
    layout: 'ruled',
    margin: [0, SHARED_LINE, 0, 0],
  }
}

/** The heading of a part of the form. */
export function headingCell(text: string): TextContent {
  return { text, bold: true, alignment: 'center', fillColor: HEAD_FILL, characterSpacing: 1 }
}

function listRow(row: readonly string[]): Content[] {
  return row.map((text, index) => ({
    text: text === '' ? '—' : text,
    alignment: index === 0 ? 'center' : 'left',
  }))
}
