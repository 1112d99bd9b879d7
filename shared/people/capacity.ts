import { ageOn, type PlainDate } from '../base/plain-date.ts'

/** Ages in full years (民法典, clauses 17 to 20). */
const ADULT_FROM = 18
const LIMITED_FROM = 8
const EARNING_FROM = 16

/** What somebody may do alone by age; an adult whom a court found without capacity is another matter. */
export const capacityNames = {
  none: '无民事行为能力人',
  limited: '限制民事行为能力人',
  full: '完全民事行为能力人',
} as const
export type Capacity = keyof typeof capacityNames

/** From the eighteenth birthday on, with that day; who was born on 29 February comes of age on 1 March of a common year. */
export function isAdult(birthDate: PlainDate, day: PlainDate): boolean {
  return ageOn(birthDate, day) >= ADULT_FROM
}

export function isMinor(birthDate: PlainDate, day: PlainDate): boolean {
  return !isAdult(birthDate, day)
}

/** Such a child does nothing alone: the guardian acts in its place. */
export function isUnderEight(birthDate: PlainDate, day: PlainDate): boolean {
  return ageOn(birthDate, day) < LIMITED_FROM
}

/** Sixteen and seventeen: counts as an adult for whoever lives mainly on the own wage (民法典, clause 18). */
export function mayLiveOnOwnWage(birthDate: PlainDate, day: PlainDate): boolean {
  const age = ageOn(birthDate, day)
  return age >= EARNING_FROM && age < ADULT_FROM
}

export function capacityOn(birthDate: PlainDate, day: PlainDate): Capacity {
  if (isUnderEight(birthDate, day)) return 'none'
  return isMinor(birthDate, day) ? 'limited' : 'full'
}
