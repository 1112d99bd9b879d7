import { addDays, type PlainDate } from '../base/plain-date.ts'
import { isWorkingDay } from '../base/working-days.ts'
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

/** Sheets used up a working day, spoiled ones with them, by the last thirty working days. */
export function paceOf(sheets: readonly SheetRecord[], today: PlainDate): number {
  const from = paceFrom(today)
  const used = sheets.filter(({ issue, spoiled }) => {
    const day = issue?.issuedOn ?? spoiled?.on
    return day !== undefined && from <= day && day <= today
  })
  return used.length / paceDays
}

/** For how many whole working days `left` sheets last at this pace; undefined when nothing is being used. */
export function daysLeft(left: number, pace: number): number | undefined {
  if (pace <= 0) return undefined
  const days = left / pace
  return days - (days % 1)
}
