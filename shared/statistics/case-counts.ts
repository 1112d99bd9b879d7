import type { PlainDate } from '../base/plain-date.ts'
import { fillTable, type Heading, type StatisticsTable } from './figure.ts'
import { daysOf, type Period } from './period.ts'

/** What is counted of a case. Statistics know no case files, so that they stand below them. */
export interface CountedCase {
  readonly id: string
  readonly caseType: string
  /** The matter in words. */
  readonly name: string
  readonly status: string
  /** The status in words. */
  readonly statusName: string
  readonly openedOn: PlainDate
  /** Acceptance number and subject, for the list behind a figure. */
  readonly note: string
}

/** Cases opened in a period by matter and by where they stand now; only matters and states that occur. */
export function casesTable(cases: readonly CountedCase[], period: Period): StatisticsTable {
  const { from, until } = daysOf(period)
  const opened = cases.filter(({ openedOn }) => openedOn >= from && openedOn <= until)
  return fillTable(
    {
      id: 'cases',
      title: '受理的事项',
      corner: '事项',
      columns: onceEach(opened.map(({ status, statusName }) => ({ id: status, title: statusName }))),
      lines: onceEach(opened.map(({ caseType, name }) => ({ id: caseType, title: name }))),
    },
    opened.map(({ id, caseType, status, openedOn, note }) => ({
      line: caseType,
      column: status,
      row: { key: id, kind: 'case', on: openedOn, note, caseId: id },
    })),
  )
}

function onceEach(headings: readonly Heading[]): readonly Heading[] {
  return [...new Map(headings.map((heading) => [heading.id, heading])).values()]
}
