import type { Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import type { RestorationFacts } from './fields.ts'
import { cameBackFromTheDead, itemsOf, nameOf } from './reading.ts'
import { rulesOfCause } from './rules-of-cause.ts'
import { rulesOfEvidence } from './rules-of-evidence.ts'
import { rulesOfHousehold } from './rules-of-household.ts'
import { rulesOfPlace } from './rules-of-place.ts'

/** The person as the rules about applicants know him: being entered as dead is what some of these cases are about. */
function subjectOf(facts: RestorationFacts) {
  const status = cameBackFromTheDead(facts) ? undefined : facts.person?.status
  return { name: nameOf(facts), birthDate: itemsOf(facts).birthDate, status }
}

/** Law of giving back a registration that was ended. */
export const policy: readonly Rule<RestorationFacts>[] = [
  ...rulesOfPlace,
  ...rulesOfCause,
  ...rulesOfEvidence,
  ...rulesOfHousehold,
  ...applicantRules<RestorationFacts>({ subjectOf, agentWillDo: false }),
]
