import type { PlainDate } from '../base/plain-date.ts'
import { agePyramid } from './age-pyramid.ts'
import { casesTable, type CountedCase } from './case-counts.ts'
import type { Figure, StatisticsTable, TableLine } from './figure.ts'
import { movementsByBucket, movementsByMonth, movementsIn, reasonsByMonth } from './movements.ts'
import type { Period } from './period.ts'
import { householdsTable, peopleTable, registeredOn } from './population.ts'
import type { RegisterExtract } from './register-extract.ts'

export interface ReportRequest {
  /** Events of this year or month. */
  readonly period: Period
  /** People and households as they stood at the end of this day. */
  readonly day: PlainDate
}

/** The station's report: standing figures of a day, events of a period, and the picture of ages. */
export interface StatisticsReport extends ReportRequest {
  readonly people: StatisticsTable
  readonly households: StatisticsTable
  readonly movements: StatisticsTable
  readonly movementBuckets: StatisticsTable
  readonly reasons: StatisticsTable
  readonly ages: StatisticsTable
  readonly cases: StatisticsTable
}

export function makeReport(
  extract: RegisterExtract,
  cases: readonly CountedCase[],
  { period, day }: ReportRequest,
): StatisticsReport {
  const registered = registeredOn(extract, day)
  const movements = movementsIn(extract, period)
  return {
    period,
    day,
    people: peopleTable(registered),
    households: householdsTable(extract, registered, day),
    movements: movementsByMonth(movements, period),
    movementBuckets: movementsByBucket(movements),
    reasons: reasonsByMonth(movements, period),
    ages: agePyramid(registered, day),
    cases: casesTable(cases, period),
  }
}

/** The tables in the order in which they are read and exported. */
export function tablesOf(report: StatisticsReport): readonly StatisticsTable[] {
  const { people, households, movements, movementBuckets, reasons, cases, ages } = report
  return [people, households, movements, movementBuckets, reasons, cases, ages]
}

export function findFigure(report: StatisticsReport, id: string): Figure | undefined {
  return tablesOf(report)
    .flatMap(({ lines, sum }) => [...lines, sum])
    .flatMap(figuresOf)
    .find((figure) => figure.id === id)
}

export function figuresOf({ cells, total }: TableLine): readonly Figure[] {
  return [...cells, total]
}
