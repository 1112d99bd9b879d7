import type { Content, TableContent, TextContent } from './definition.ts'

const LABEL_FILL = '#f3f4f2'
const LABEL_INK = '#444444'

/** A named fact of a slip; an empty text prints as a dash, never as an empty cell that somebody could fill in. */
export interface Fact {
  readonly label: string
  readonly text: string
}

/** Facts in ruled rows, one or two to a row; `labelWidth` in points. */
export function factTable(
  rows: readonly (readonly [Fact, Fact] | readonly [Fact])[],
  labelWidth: number,
): TableContent {
  return {
    table: {
      widths: [labelWidth, '*', labelWidth, '*'],
      body: rows.map((row) => factRow(row)),
      dontBreakRows: true,
    },
    layout: 'ruled',
  }
}

/** A list with a head row, repeated on each page; `widths` in points or star. */
export function listTable(
  heads: readonly string[],
  rows: readonly (readonly string[])[],
  widths: (number | 'auto' | '*')[],
): TableContent {
  return {
    table: {
      widths,
      headerRows: 1,
      dontBreakRows: true,
      body: [
        heads.map((head) => ({ ...centred(head), fillColor: LABEL_FILL, color: LABEL_INK })),
        ...rows.map((row) =>
          row.map((text, index) => (index === 0 ? centred(shown(text)) : { text: shown(text) })),
        ),
      ],
    },
    layout: 'ruled',
  }
}

function factRow(row: readonly [Fact, Fact] | readonly [Fact]): Content[] {
  const [first, second] = row
  if (second)
    return [labelCell(first), { text: shown(first.text) }, labelCell(second), { text: shown(second.text) }]
  const placeholder: TextContent = { text: '' }
  return [labelCell(first), { text: shown(first.text), colSpan: 3 }, placeholder, placeholder]
}

function labelCell(fact: Fact): TextContent {
  return { text: fact.label, color: LABEL_INK, fillColor: LABEL_FILL }
}

function shown(text: string): string {
  return text === '' ? '—' : text
}

function centred(text: string): TextContent {
  return { text, alignment: 'center' }
}
