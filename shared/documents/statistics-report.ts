import { dateInChinese, type PlainDate } from '../base/plain-date.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { officialPage, officialTitle } from './official-page.ts'
import { signatureLines } from './signature-lines.ts'

export interface StatisticsRow {
  readonly label: string
  /** As printed, one for each column; an empty text prints as a dash. */
  readonly figures: readonly string[]
  /** A sum of other rows, set in bold. */
  readonly isTotal: boolean
}

export interface StatisticsTable {
  readonly title: string
  /** Head of the label column, then one for each column of figures. */
  readonly labelHead: string
  readonly heads: readonly string[]
  readonly rows: readonly StatisticsRow[]
  /** How the figures are counted; empty where the heads say it all. */
  readonly note: string
}

export interface StatisticsReportContent {
  readonly title: string
  readonly station: string
  readonly from: PlainDate
  readonly to: PlainDate
  readonly tables: readonly StatisticsTable[]
  readonly printedOn: PlainDate
}

/** The station's statistics (户籍统计表), A4 landscape; tables one below the other, none under a heading of its own alone. */
export function statisticsReport(content: StatisticsReportContent): DocumentDefinition {
  const period = `${dateInChinese(content.from)}至${dateInChinese(content.to)}`
  return {
    ...officialPage(content.title, `${content.station}　${period}`),
    pageOrientation: 'landscape',
    content: [
      ...officialTitle(content.station, content.title, `统计期间：${period}`),
      ...content.tables.flatMap(figureTable),
      signatureLines(
        [
          { label: '制表人', printed: '' },
          { label: '复核人', printed: '' },
          { label: '所长', printed: '' },
        ],
        dateInChinese(content.printedOn),
      ),
    ],
  }
}

function figureTable(table: StatisticsTable): Content[] {
  const note: Content[] =
    table.note === ''
      ? []
      : [{ text: `说明：${table.note}`, fontSize: 8.5, color: '#555555', margin: [0, 3, 0, 0] }]
  const span = table.heads.length + 1
  const labelWidth = table.heads.length > 8 ? 84 : 140
  return [
    {
      table: {
        widths: [labelWidth, ...table.heads.map(() => '*' as const)],
        headerRows: 2,
        keepWithHeaderRows: 1,
        dontBreakRows: true,
        body: [
          [
            { text: table.title, bold: true, colSpan: span, fillColor: '#e9ece8', alignment: 'center' },
            ...table.heads.map(() => ({ text: '' })),
          ],
          [table.labelHead, ...table.heads].map((text) => ({
            text,
            alignment: 'center' as const,
            verticalAlignment: 'middle' as const,
            fillColor: '#f3f4f2',
            color: '#444444',
          })),
          ...table.rows.map((row) => figureRow(row, table.heads.length)),
        ],
      },
      layout: 'ruled',
      fontSize: table.heads.length > 8 ? 9 : 10,
      margin: [0, 8, 0, 0],
    },
    ...note,
  ]
}

function figureRow(row: StatisticsRow, columns: number): Content[] {
  const figures = Array.from({ length: columns }, (_, column) => row.figures[column] ?? '')
  return [
    { text: row.label, bold: row.isTotal },
    ...figures.map((figure): Content => ({
      text: figure === '' ? '—' : figure,
      alignment: 'right',
      bold: row.isTotal,
    })),
  ]
}
