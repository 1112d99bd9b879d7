import type { Content, TableContent } from './definition.ts'

/** One-inch-and-a-half photograph of identity papers, 26 × 32 mm, in points. */
const WIDTH = 74
const HEIGHT = 91
const SIDE_PADDING = 10

/** A table with the place of the photograph at its right; both begin at the same line. */
export function besidePhoto(table: TableContent): Content {
  return {
    columns: [
      { ...table, width: '*' },
      {
        width: WIDTH + SIDE_PADDING,
        table: {
          widths: [WIDTH],
          heights: HEIGHT,
          body: [
            [
              {
                text: '照　片',
                alignment: 'center',
                verticalAlignment: 'middle',
                color: '#888888',
              },
            ],
          ],
        },
        layout: 'ruled',
      },
    ],
    columnGap: 6,
    margin: [0, 0, 0, 6],
  }
}
