import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey } from '../../people/household.ts'
import { kindAfterUnification, natureItem, unificationEntry } from '../../register/legacy-household.ts'
import { findHousehold, type RecordView } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { acceptStep, type Leads } from '../standard-steps/accept.ts'
import { actStep } from '../standard-steps/act.ts'
import { withdrawStep } from '../standard-steps/decide.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import type { Step } from '../step.ts'
import { fields, type UnificationFacts } from './fields.ts'
import { policy } from './policy.ts'

/** Nothing is decided: the notice has decided it for everybody. */
export const decidedBy = (): readonly Level[] => ['station']

function householdOf(form: PartialFacts, records: RecordView) {
  const { household } = form as UnificationFacts
  return findHousehold(records, householdKey(household?.number ?? ''))
}

/** Once is enough: the old kind stands in the history already. */
function doneBefore(form: PartialFacts, records: RecordView): Refusal[] {
  const line = householdOf(form, records)?.entries?.find(
    ({ cause, item }) => cause === 'nature-converted' && item === natureItem,
  )
  if (!line) return []
  return [
    {
      code: 'already-unified',
      field: 'household',
      message: `这一户${line.on}已经统一为居民户口，不用再办。`,
    },
  ]
}

const law = lawOf(fields, policy, { recordFaults: doneBefore })
const straightOn: Leads = { to: ['approved'], next: () => 'approved' }
const gone: Refusal = {
  code: 'household-gone',
  field: 'household',
  message: '登记里没有这一户。请刷新以后再看。',
}

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, straightOn),
  refer: turnAwayStep(law, 'refer'),
  askForMore: turnAwayStep(law, 'askForMore'),
  withdraw: withdrawStep,
  unify: actStep(fields, {
    name: '登记统一',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '统一为居民户口',
    explain: '旧的户别只留在变更记载里，以后不再显示、不再打印。土地、草牧场等权利不变。',
    fields: {},
    decide: (context) => {
      const { legacyType = '' } = context.caseFile.form as UnificationFacts
      const household = householdOf(context.caseFile.form, context.records)
      const kind = kindAfterUnification(legacyType)
      if (!household || !kind) return refused(gone)
      const faults = doneBefore(context.caseFile.form, context.records)
      if (faults.length > 0) return refused(...faults)
      const { on, caseId, caseNumber, by } = occasionOf(context, 'nature-converted', '户别统一')
      const line = unificationEntry(legacyType, kind, on, { reason: '户别统一', caseId, caseNumber, by })
      const entries = [...(household.entries ?? []), line]
      return accepted({ status: 'closed', records: [{ ...household, householdKind: kind, entries }] })
    },
  }),
}
