import type { Content, TableContent } from './definition.ts'

/** A line to sign on, with what is asked for before it and, where it is known, who signs after it. */
export interface SignatureLine {
  readonly label: string
  /** Already printed on the line, for example the clerk's name; empty leaves the line free. */
  readonly printed: string
}

/** Signature lines side by side, kept together with the date below them. */
export function signatureLines(lines: readonly SignatureLine[], dateLine: string): Content {
  const table: TableContent = {
    table: {
      widths: lines.flatMap(() => ['auto' as const, '*' as const, 10]),
      body: [lines.flatMap((line) => [{ text: line.label }, { text: line.printed }, { text: '' }])],
    },
    layout: 'underlined',
    margin: [0, 12, 0, 6],
  }
  return { stack: [table, { text: dateLine, alignment: 'right' }], unbreakable: true }
}

/** The office and the day at the foot of a decision, with the place of the seal over them. */
export function officeSignature(office: string, day: string): Content {
  const ringSize = 74
  return {
    unbreakable: true,
    margin: [0, 18, 0, 0],
    stack: [
      {
        canvas: [
          {
            type: 'ellipse',
            x: ringSize / 2,
            y: ringSize / 2,
            r1: ringSize / 2 - 1,
            r2: ringSize / 2 - 1,
            lineWidth: 0.7,
            lineColor: '#999999',
            dash: { length: 1.2, space: 2.4 },
          },
        ],
        relativePosition: { x: 330, y: -18 },
      },
      { text: '（章）', color: '#999999', fontSize: 8, relativePosition: { x: 338, y: 24 } },
      { text: office, alignment: 'right', margin: [0, 0, 18, 4] },
      { text: day, alignment: 'right', margin: [0, 0, 18, 24] },
    ],
  }
}
