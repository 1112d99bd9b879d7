import { citizenIdKey, findPerson, type RecordView } from '../../register/record.ts'
import { askRegisteredElsewhere } from '../city-questions.ts'
import type { PartialFacts } from '../fields.ts'
import { lawOf, type FormAndLaw } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { levelsOfRestoration } from './decision.ts'
import { fields, type RestorationFacts } from './fields.ts'
import { policy } from './policy.ts'
import { numberOf } from './reading.ts'
import { restoreStep } from './restore.ts'

function keyOfNumber(form: PartialFacts): string[] {
  const number = numberOf(form)
  return number ? [citizenIdKey(number)] : []
}

/** Somebody else at this very station under the number is seen without asking anybody. */
function withNumberSeenHere(form: PartialFacts, records: RecordView): PartialFacts {
  const holder = findPerson(records, keyOfNumber(form)[0] ?? '')
  if (!holder || holder.id === (form as RestorationFacts).person?.personId) return form
  return { ...form, numberCheck: 'in-use', numberHolder: `${holder.name}，本所在册` }
}

const ordinary = lawOf(fields, policy, {
  recordsOf: keyOfNumber,
  alsoAsks: (form) => askRegisteredElsewhere(numberOf(form)),
})

const law: FormAndLaw = {
  ...ordinary,
  refresh: (form, records) => withNumberSeenHere(ordinary.refresh(form, records), records),
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(
    law,
    { levels: levelsOfRestoration, afterwards: 'approved', onlyWhenAnswered: () => true },
    ['station', 'county', 'city'],
  ),
  restore: restoreStep,
}
