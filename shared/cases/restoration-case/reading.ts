import { normaliseCitizenId } from '../../people/citizen-id.ts'
import type { CancelCause } from '../../people/resident.ts'
import type { PartialFacts } from '../fields.ts'
import type { PickedResident } from '../picked.ts'

/** What several rules read from the form in the same way. */
interface Told {
  readonly cause?: string | undefined
  readonly person?: PickedResident | undefined
  readonly personName?: string | undefined
  readonly personCitizenId?: string | undefined
  readonly personBirthDate?: string | undefined
  readonly personSex?: string | undefined
}

/** A graduate whose certificate leads nowhere goes back to where the hukou was before school (国办发〔2015〕96号, 六). */
export function isGraduateSentHome({ cause, certificateWay, graduate }: PartialFacts): boolean {
  const leadsNowhere = certificateWay === 'destination-refuses' || certificateWay === 'cannot-be-reissued'
  return cause === 'moved-out' && leadsNowhere && graduate === true
}

/** Whether the electronic register does not have the person, so that the items are typed. */
export function hasNoRegisterRecord({ basis }: PartialFacts): boolean {
  return basis === 'paper' || basis === 'no-record'
}

/** Causes of which no paper speaks: the police ask people who know. */
const knownToNeighboursOnly: readonly unknown[] = [
  'long-absence',
  'reported-dead-wrongly',
  'death',
  'marriage',
  'station-error',
  'other',
]

/** Whether there is a doubt that only a visit settles (公通字〔2021〕12号, clause 9). */
export function asksForVisit(facts: PartialFacts): boolean {
  const { cause, basis, certificateWay } = facts
  return (
    knownToNeighboursOnly.includes(cause) ||
    basis === 'no-record' ||
    (cause === 'moved-out' && certificateWay === 'cannot-be-reissued')
  )
}

/**
 * Whether the form or the register gives this cause. Where the station itself erred, what the register says is the error
 * and decides nothing.
 */
export function isCause({ cause, person }: Told, asked: CancelCause): boolean {
  return cause === asked || (person?.statusCause === asked && cause !== 'station-error')
}

/** Whether a court declared the person missing or dead, so that only its own judgment takes that back. */
export function wasDeclared(told: Told): boolean {
  return isCause(told, 'declared-dead') || isCause(told, 'declared-missing')
}

export function nameOf({ person, personName }: Told): string {
  return person?.name ?? personName ?? ''
}

/** Birth date and sex, from the register or as typed. */
export function itemsOf({ person, personBirthDate, personSex }: Told) {
  return { birthDate: person?.birthDate ?? personBirthDate, sex: person?.sex ?? personSex }
}

/** The number under which the person was registered; empty for somebody who never had one. */
export function numberOf({ person, personCitizenId }: Told): string {
  return normaliseCitizenId(person?.citizenId ?? personCitizenId ?? '')
}

/** Somebody who was entered as dead and stands here. */
const backFromTheDead: readonly (string | undefined)[] = [
  'declared-missing',
  'declared-dead',
  'reported-dead-wrongly',
  'death',
  'station-error',
]

export function cameBackFromTheDead({ cause }: Told): boolean {
  return cause === undefined || backFromTheDead.includes(cause)
}
