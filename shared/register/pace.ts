import { addDays, type PlainDate } from '../base/plain-date.ts'
import { isWorkingDay, workingDaysBetween } from '../base/working-days.ts'
import type { SheetRecord } from './record.ts'

/** Working days over which the pace is taken: six weeks, long enough to even out a rush before the school year. */
export const paceDays = 30

/** The first of the last `paceDays` working days, today counted when it is one. */
export function paceFrom(today: PlainDate): PlainDate {
  let day = today
  for (let worked = isWorkingDay(day) ? 1 : 0; worked < paceDays;) {
    day = addDays(day, -1)
    if (isWorkingDay(day)) worked += 1
  }
  return day
}

/** Sheets used up a working day, spoiled ones with them; see `paceOfUse`. */
export function paceOf(sheets: readonly SheetRecord[], today: PlainDate): number {
  return paceOfUse(
    sheets.flatMap(({ issue, spoiled }) => issue?.issuedOn ?? spoiled?.on ?? []),
    today,
  )
}

/**
 * How much is used a working day, by the days of each use: over the last thirty working days, or since the first use where
 * that is less long ago, so that a new station's few days are not spread over six weeks.
 */
export function paceOfUse(usedOn: readonly PlainDate[], today: PlainDate): number {
  const from = paceFrom(today)
  const known = usedOn.filter((day) => day <= today)
  const recent = known.filter((day) => from <= day)
  if (recent.length === 0) return 0
  const first = known.reduce((earliest, day) => (day < earliest ? day : earliest))
  const days = first <= from ? paceDays : workingDaysBetween(addDays(first, -1), today)
  return recent.length / (days === 0 ? 1 : days)
}

/** For how many whole working days `left` sheets last at this pace; undefined when nothing is being used. */
export function daysLeft(left: number, pace: number): number | undefined {
  if (pace <= 0) return undefined
  const days = left / pace
  return days - (days % 1)
}
