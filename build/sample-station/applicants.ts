import type { CertificatePerson } from '../../shared/register/certificate.ts'
import type { CitizenIds } from './citizen-ids.ts'
import { birthDateOf } from './family.ts'
import { familyNaming, makeName } from './names.ts'
import type { Random } from './random.ts'

/** Who stands at the counter in a sample case. */
export interface Applicant {
  readonly facts: Readonly<Record<string, unknown>>
  readonly name: string
}

interface Setting {
  readonly random: Random
  readonly today: string
  readonly ids: CitizenIds
}

const phone = (random: Random) => `0476-0${random.between(100_000, 999_999)}`

export function holderApplies({ random }: Setting, holder: CertificatePerson): Applicant {
  return {
    facts: { applicantKind: 'holder', applicantPhone: phone(random), identityChecked: true },
    name: holder.name,
  }
}

/** Somebody sent by the holder; `authorised` says whether he has the letter with him. */
export function agentApplies({ random, today, ids }: Setting, authorised: boolean): Applicant {
  const sex = random.chance(0.5) ? '1' : '2'
  const name = makeName(random, sex, familyNaming(random, random.chance(0.2)))
  const facts = {
    applicantKind: 'agent',
    applicantName: name,
    applicantCitizenId: ids.take(birthDateOf(random, today, random.between(22, 60)), sex),
    applicantPhone: phone(random),
    letterOfAuthority: authorised,
    bothIdentityCards: true,
    identityChecked: true,
  }
  return { facts, name }
}

/** The same agent, come without the letter of authority. */
export function withoutLetter(applicant: Applicant): Readonly<Record<string, unknown>> {
  return { ...applicant.facts, letterOfAuthority: false }
}

export function anyApplicant(setting: Setting, holder: CertificatePerson): Applicant {
  return setting.random.chance(0.8) ? holderApplies(setting, holder) : agentApplies(setting, true)
}
