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

/** Where the table departs from Monday to Friday. */
const freeWeekdays = [...holidays].filter((day) => !isWeekend(weekdayOf(day)) && !makeUpDays.has(day))
const workedWeekendDays = [...makeUpDays].filter((day) => isWeekend(weekdayOf(day)))

/** Throws RangeError, as all functions here, for a text that is not a day. */
export function isWorkingDay(day: PlainDate): boolean {
  return isWorked(day, weekdayOf(day))
}

/**
 * The day on which a term of `count` working days ends: the day it starts from does not count, the last day is a working day.
 * A term of 0 ends on the same day, whatever day that is. Throws RangeError for a count that is negative or no whole number.
 */
export function addWorkingDays(day: PlainDate, count: number): PlainDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`not a count of days: ${count}`)
  let reached = day
  let weekday = weekdayOf(day)
  for (let left = count; left > 0;) {
    reached = addDays(reached, 1)
    weekday = (weekday + 1) % 7
    if (isWorked(reached, weekday)) left -= 1
  }
  return reached
}

/** Working days after `from` up to and with `to`: what `addWorkingDays` added. Negative when `to` lies earlier. */
export function workingDaysBetween(from: PlainDate, to: PlainDate): number {
  const days = daysBetween(from, to)
  if (days < 0) return -workingDaysBetween(to, from)
  const isInside = (day: PlainDate) => from < day && day <= to
  return (
    mondaysToFridays(weekdayOf(from), days) -
    freeWeekdays.filter(isInside).length +
    workedWeekendDays.filter(isInside).length
  )
}

/** What to say beside a deadline that lies beyond the table; undefined for a day whose holidays are known. */
export function holidayCaution(day: PlainDate): string | undefined {
  const year = Number(day.slice(0, 4))
  if (year <= holidayTableUntil) return undefined
  return `本机还没有 ${year} 年的放假安排，期限只扣了周六、周日。安排公布并更新程序后会重新推算。`
}

/** 0 is Monday, 6 is Sunday. */
function weekdayOf(day: PlainDate): number {
  return ((daysBetween(A_MONDAY, day) % 7) + 7) % 7
}

function isWeekend(weekday: number): boolean {
  return weekday >= 5
}

function isWorked(day: PlainDate, weekday: number): boolean {
  return makeUpDays.has(day) || (!isWeekend(weekday) && !holidays.has(day))
}

/** Of the `days` days that follow a day of the week. */
function mondaysToFridays(weekday: number, days: number): number {
  const odd = days % 7
  const inOddDays = Array.from({ length: odd }, (_, index) => (weekday + 1 + index) % 7)
  return ((days - odd) / 7) * 5 + inOddDays.filter((one) => !isWeekend(one)).length
}
