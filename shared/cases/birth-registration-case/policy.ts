import type { Rule } from '../../policy/rule.ts'
import { elsewhereRules } from '../police-checks.ts'
import { abroadRules } from './abroad-rules.ts'
import { birthRules } from './birth-rules.ts'
import { declarantRules } from './declarant.ts'
import type { BirthFacts } from './fields.ts'
import { followRules } from './follow-rules.ts'
import { householdRules } from './household-rules.ts'
import { nameRules } from './name-rules.ts'
import { parentRules } from './parent-rules.ts'
import { proofRules } from './proof-rules.ts'

/** Law of registering a birth, in the order in which a clerk would ask. */
export const policy: readonly Rule<BirthFacts>[] = [
  ...birthRules,
  ...proofRules,
  ...abroadRules,
  ...followRules,
  ...householdRules,
  ...parentRules,
  ...nameRules,
  ...elsewhereRules<BirthFacts>(
    '孩子已有户口，不再办出生登记。要到父母这里来的，请按投靠父母办理迁移；那边登记有误的，由登记地更正。',
  ),
  ...declarantRules,
]
