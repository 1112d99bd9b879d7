import type { PlainDate } from '../../base/plain-date.ts'
import { checkCitizenId, normaliseCitizenId, type CitizenId } from '../../people/citizen-id.ts'
import type { PickedResident } from '../picked.ts'
import type { SettlementFacts } from './fields.ts'

/** Somebody who is to be registered, as the form knows them. The applicant comes first. */
export interface Mover {
  readonly name: string
  readonly citizenId: string
  readonly sex?: string | undefined
  readonly birthDate?: PlainDate | undefined
  readonly ethnicGroup?: string | undefined
  /** Set for somebody of this station's register. */
  readonly personId?: string | undefined
  readonly householdNumber?: string | undefined
}

/** The applicant and everybody who comes along; whoever has no name yet is left out. */
export function moversOf(facts: SettlementFacts, day: PlainDate): readonly Mover[] {
  const { companions = [], personName, personCitizenId } = facts
  const typed = {
    name: personName ?? '',
    citizenId: normaliseCitizenId(personCitizenId ?? ''),
    ...readFrom(personCitizenId, day),
    ...(facts.personSex ? { sex: facts.personSex } : {}),
    ...(facts.personBirthDate ? { birthDate: facts.personBirthDate } : {}),
    ethnicGroup: facts.personEthnicGroup,
  }
  const applicant = facts.inRegister && facts.person ? picked(facts.person) : typed
  const others = companions.map(({ person, name = '', citizenId }) =>
    person
      ? picked(person)
      : { name, citizenId: normaliseCitizenId(citizenId ?? ''), ...readFrom(citizenId, day) },
  )
  return [applicant, ...others].filter(({ name }) => name !== '')
}

/** Known from the register, the form or the number. */
export function applicantBirthDate(facts: SettlementFacts, day: PlainDate): PlainDate | undefined {
  return facts.person?.birthDate ?? facts.personBirthDate ?? readFrom(facts.personCitizenId, day).birthDate
}

function picked(person: PickedResident): Mover {
  const { name, citizenId = '', sex, birthDate, ethnicGroup, personId, householdNumber } = person
  return { name, citizenId, sex, birthDate, ethnicGroup, personId, householdNumber }
}

function readFrom(typed: string | undefined, day: PlainDate): Partial<Pick<CitizenId, 'sex' | 'birthDate'>> {
  if (!typed) return {}
  const read = checkCitizenId(typed, { today: day, allowUnissuedSequence: true })
  return read.ok ? { sex: read.value.sex, birthDate: read.value.birthDate } : {}
}
