import type { Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import { companionRules } from './companion-rules.ts'
import type { SettlementFacts } from './fields.ts'
import { groundRules } from './ground-rules.ts'
import { moverRules } from './mover-rules.ts'
import { placeRules } from './place-rules.ts'

/** Law of settlement, in the order in which a clerk would ask. */
export const policy: readonly Rule<SettlementFacts>[] = [
  ...placeRules,
  ...groundRules,
  ...companionRules,
  ...moverRules,
  ...applicantRules<SettlementFacts>({
    subjectOf: ({ person, personName, personBirthDate }) => ({
      name: person?.name ?? personName,
      birthDate: person?.birthDate ?? personBirthDate,
      status: person?.status,
    }),
    agentWillDo: true,
  }),
]
