import holidayTable from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { addDays, daysBetween, type PlainDate } from './plain-date.ts'

/**
 * Working days by the State Council's yearly arrangement of holidays. Only the data of the package is read, never its code:
 * that counts in the machine's time zone, and a deadline may not depend on where a computer thinks it stands.
 */
const holidays = new Set(Object.keys(holidayTable.holidays))

/** Saturdays and Sundays that are worked in exchange for a day of a long holiday. */
const makeUpDays = new Set(Object.keys(holidayTable.workdays))

const coveredYears = [...holidays].map((day) => Number(day.slice(0, 4))).toSorted((a, b) => a - b)

/** First and last year whose holidays the table knows; outside them only Saturdays and Sundays are free. */
export const holidayTableFrom = coveredYears.at(0) ?? 0
export const holidayTableUntil = coveredYears.at(-1) ?? 0

/** Any Monday: weekdays are counted from it. */
const A_MONDAY: PlainDate = '2024-01-01'

/** Throws RangeError, as all functions here, for a text that is not a day. */
export function isWorkingDay(day: PlainDate): boolean {
  const isFree = isWeekend(day) || holidays.has(day)
  return !isFree || makeUpDays.has(day)
}

/**
 * The day on which a term of `count` working days ends: the day it starts from does not count, the last day is a working day.
 * A term of 0 ends on the same day, whatever day that is. Throws RangeError for a count that is negative or no whole number.
 */
export function addWorkingDays(day: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of days: ${count}`)
  let reached = addDays(day, 0)
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    if (isWorkingDay(reached)) left -= 1
  }
  return reached
}

/** Working days after `from` up to and with `to`: what `addWorkingDays` added. Negative when `to` lies earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  const days = daysBetween(from, to)
  if (days < 0) return -workingDaysBetween(to, from)
  let count = 0
  for (let passed = 1; passed <= days; passed += 1) {
    if (isWorkingDay(addDays(from, passed))) count += 1
  }
  return count
}

/** What to say beside a deadline that lies beyond the table; undefined for a day whose holidays are known. */
export function holidayCaution(day: PlainDate): string | undefined {
  const year = Number(day.slice(0, 4))
  if (year <= holidayTableUntil) return undefined
  return `本机还没有 ${year} 年的放假安排，期限只扣了周六、周日。安排公布并更新程序后会重新推算。`
}

function isWeekend(day: PlainDate): boolean {
  const sinceMonday = ((daysBetween(A_MONDAY, day) % 7) + 7) % 7
  return sinceMonday >= 5
}
