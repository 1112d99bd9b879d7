import { accepted, refused, type Outcome } from '../base/outcome.ts'
import { addDays, addMonths, type PlainDate } from '../base/plain-date.ts'
import type { Heading } from './figure.ts'

/** A year 'YYYY' or a month 'YYYY-MM': what a report of events covers. */
export type Period = string

export interface PeriodDays {
  readonly from: PlainDate
  /** The last day that belongs to it. */
  readonly until: PlainDate
}

/** Reads a period as typed: 2026, 2026-3, 202603, 2026年3月. Refuses with the code 'period-shape'. */
export function readPeriod(typed: string): Outcome<Period> {
  const text = typed.normalize('NFKC').trim()
  const [, year, solidMonth, month] =
    /^([12]\d{3})(?:年?|(\d{2})|\s*[-./年]\s*(\d{1,2})\s*月?)$/.exec(text) ?? []
  const number = solidMonth ?? month
  if (year !== undefined && number === undefined) return accepted(year)
  if (year !== undefined && Number(number) >= 1 && Number(number) <= 12) {
    return accepted(`${year}-${String(Number(number)).padStart(2, '0')}`)
  }
  return refused({
    code: 'period-shape',
    message: `“${text}”看不出是哪一年或哪个月。请输入年份，例如 2026，或者年月，例如 2026-03。`,
  })
}

export function daysOf(period: Period): PeriodDays {
  if (!isMonth(period)) return { from: `${period}-01-01`, until: `${period}-12-31` }
  const from = `${period}-01`
  return { from, until: addDays(addMonths(from, 1), -1) }
}

export function isMonth(period: Period): boolean {
  return period.length === 7
}

/** 2026年 or 2026年3月. */
export function periodInWords(period: Period): string {
  const [year, month] = period.split('-')
  return month === undefined ? `${year}年` : `${year}年${Number(month)}月`
}

/** The months of a period, as columns of a table; the id is 'YYYY-MM'. */
export function monthsOf(period: Period): readonly Heading[] {
  if (isMonth(period)) return [{ id: period, title: `${Number(period.slice(5))}月` }]
  return Array.from({ length: 12 }, (_, index) => ({
    id: `${period}-${String(index + 1).padStart(2, '0')}`,
    title: `${index + 1}月`,
  }))
}

/** The period before or after, of the same length. */
export function periodBeside(period: Period, step: 1 | -1): Period {
  if (isMonth(period)) return addMonths(`${period}-01`, step).slice(0, 7)
  return String(Number(period) + step)
}
