import { Temporal } from 'temporal-polyfill'
import { must } from '../../shared/base/must.ts'
import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'

/** Minutes of the counter's morning (from 08:30) and afternoon (from 14:30), Beijing time. */
const morning = { opens: 8 * 60 + 30, minutes: 180 }
const afternoon = { opens: 14 * 60 + 30, minutes: 150 }
export const minutesPerDay = morning.minutes + afternoon.minutes

/**
 * The station's opening hours as one line of minutes, so that "forty minutes later" never falls on a night or a
 * weekend. A moment is a count of open minutes from the first day.
 */
export class WorkingTime {
  readonly days: readonly PlainDate[]

  /** Both days included; Saturdays and Sundays are left out. */
  constructor(first: PlainDate, last: PlainDate) {
    this.days = weekdays(first, last)
  }

  /** Days from the end: 0 is the last open day. */
  momentBeforeEnd(days: number, minute: number): number {
    return (this.days.length - 1 - days) * minutesPerDay + minute
  }

  dayOf(moment: number): PlainDate {
    return must(
      this.days[Math.floor(moment / minutesPerDay)],
      `moment ${moment} lies outside the station's history`,
    )
  }

  /** ISO 8601 in UTC. */
  instantOf(moment: number, second: number): string {
    const minute = moment % minutesPerDay
    const ofDay =
      minute < morning.minutes ? morning.opens + minute : afternoon.opens + minute - morning.minutes
    const time = Temporal.PlainTime.from({ hour: Math.floor(ofDay / 60), minute: ofDay % 60, second })
    const local = Temporal.PlainDate.from(this.dayOf(moment)).toZonedDateTime({
      timeZone: 'Asia/Shanghai',
      plainTime: time,
    })
    return local.toInstant().toString({ fractionalSecondDigits: 3 })
  }
}

function weekdays(first: PlainDate, last: PlainDate): PlainDate[] {
  const days: PlainDate[] = []
  for (let day = first; day <= last; day = addDays(day, 1)) if (isWeekday(day)) days.push(day)
  return days
}

export function isWeekday(day: PlainDate): boolean {
  return Temporal.PlainDate.from(day).dayOfWeek <= 5
}
