import { dateInChinese } from '../../shared/base/plain-date.ts'
import type { StatisticsTable } from '../../shared/statistics/figure.ts'
import { maskTable, type MaskedValue } from '../../shared/statistics/masked-table.ts'
import { periodInWords } from '../../shared/statistics/period.ts'
import { tablesOf, type StatisticsReport } from '../../shared/statistics/report.ts'
import { words } from '../words/index.ts'
import type { CellContent, PlainSheet } from './export-workbook.ts'

/** A report as sheets that may leave the station: small cells masked, nobody in it. */
export function sheetsOfReport(report: StatisticsReport, madeBy: string): readonly PlainSheet[] {
  const { events, standing, cases } = words.statistics
  const period = periodInWords(report.period)
  const day = dateInChinese(report.day)
  return tablesOf(report)
    .filter(({ lines }) => lines.length > 0)
    .map((table) => {
      const isStanding = table === report.people || table === report.households || table === report.ages
      const about = isStanding ? standing(day) : table === report.cases ? cases(period) : events(period)
      return sheetOfTable(table, [madeBy, about, words.statistics.maskedNote])
    })
}

function sheetOfTable(table: StatisticsTable, notes: readonly string[]): PlainSheet {
  return {
    name: table.title,
    notes,
    head: [table.corner, ...table.columns.map(({ title }) => title), table.sum.title],
    lines: maskTable(table).map(({ title, values }) => [title, ...values.map(contentOf)]),
  }
}

function contentOf(value: MaskedValue): CellContent {
  return typeof value === 'number' ? value : words.statistics[value]
}
