import type { PlainDate } from '../base/plain-date.ts'
import type { HouseholdRecord } from '../people/household.ts'
import type { ResidentRecord } from '../people/resident.ts'
import type { RegisterCause } from '../register/register-entry.ts'

const begins: ReadonlySet<RegisterCause> = new Set(['birth', 'late-registration', 'restored', 'moved-in'])
const ends: ReadonlySet<RegisterCause> = new Set(['moved-out', 'died', 'cancelled-double', 'cancelled'])

interface Turn {
  readonly on: PlainDate
  readonly begins: boolean
}

/**
 * Whether a person stood in the register at the end of a day. The history decides; where it says nothing the day of
 * arrival does, or for somebody who never arrived the day of birth, and the status with its day. Somebody whose
 * registration ended on a day that nobody wrote down counts on no day.
 */
export function wasRegisteredOn(person: ResidentRecord, day: PlainDate): boolean {
  const { status, statusOn, entries } = person
  if (entries === undefined && status === 'registered') return originOf(person) <= day
  const turns = turnsOf(person)
  if (status !== 'registered' && statusOn === undefined && !turns.some((turn) => !turn.begins)) return false
  const last = turns.findLast((turn) => turn.on <= day)
  if (last) return last.begins
  const next = turns[0]
  return next?.begins !== true && originOf(person) <= day
}

/** Beginnings and ends in the order of their days; the status counts as the end that it tells of. */
function turnsOf({ status, statusOn, entries = [] }: ResidentRecord): readonly Turn[] {
  const turns = entries
    .filter(({ cause }) => begins.has(cause) || ends.has(cause))
    .map(({ on, cause }) => ({ on, begins: begins.has(cause) }))
  if (status !== 'registered' && statusOn !== undefined) turns.push({ on: statusOn, begins: false })
  return turns.toSorted((one, other) => (one.on === other.on ? 0 : one.on < other.on ? -1 : 1))
}

/** The day from which somebody counts when the history does not tell; a move inside the station is no arrival. */
function originOf({ arrival, birthDate, entries = [] }: ResidentRecord): PlainDate {
  if (arrival === undefined) return birthDate
  const isMoveWithin = entries.some(({ cause, on }) => cause === 'moved-within' && on === arrival.on)
  return isMoveWithin ? birthDate : arrival.on
}

/** Whether a household stood at the end of a day: founded (or approved) by then and not withdrawn. */
export function stoodOn(household: HouseholdRecord, day: PlainDate): boolean {
  const { withdrawnOn, entries = [], collective } = household
  if (withdrawnOn !== undefined && withdrawnOn <= day) return false
  const founded = entries.find(({ cause }) => cause === 'household-founded')?.on ?? collective?.approvedOn
  return founded === undefined || founded <= day
}
