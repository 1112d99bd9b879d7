import { addDays, addMonths, addYears, type PlainDate } from '../base/plain-date.ts'

/** What an endorsement on a day would be (公通字〔2021〕12号, clause 70; 居住证暂行条例, clause 10). */
export type Endorsement =
  | { readonly kind: 'early'; readonly from: PlainDate }
  | {
      readonly kind: 'in-time' | 'late'
      /** The last day on which the permit is usable afterwards. */
      readonly until: PlainDate
      /** From when the years of residence count afterwards: a late endorsement begins them anew. */
      readonly yearsCountFrom: PlainDate
    }

interface Years {
  readonly yearsCountFrom: PlainDate
  readonly usableUntil: PlainDate
}

/** Every year counts from the first day, not from the last endorsement: 29 February does not wander. */
function endOfYear(from: PlainDate, years: number): PlainDate {
  return addDays(addYears(from, years), -1)
}

function yearAfter({ yearsCountFrom, usableUntil }: Years): PlainDate {
  let years = 1
  while (endOfYear(yearsCountFrom, years) <= usableUntil) years += 1
  return endOfYear(yearsCountFrom, years)
}

/** In the last `windowMonths` before the year is over it counts on; afterwards the permit had stopped and begins anew. */
export function endorsementOn(permit: Years, day: PlainDate, windowMonths: number): Endorsement {
  const { usableUntil, yearsCountFrom } = permit
  if (day > usableUntil) return { kind: 'late', until: endOfYear(day, 1), yearsCountFrom: day }
  const from = addMonths(addDays(usableUntil, 1), -windowMonths)
  return day < from ? { kind: 'early', from } : { kind: 'in-time', until: yearAfter(permit), yearsCountFrom }
}

/** A permit whose year is over without an endorsement cannot be used until it is endorsed. */
export function isSuspended({ usableUntil }: Pick<Years, 'usableUntil'>, day: PlainDate): boolean {
  return day > usableUntil
}
