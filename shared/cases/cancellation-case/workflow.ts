import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import {
  changedHousehold,
  changedPerson,
  withStatus,
  type Occasion,
} from '../../register/register-changes.ts'
import type { RegisterCause } from '../../register/register-entry.ts'
import { findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { causeFields, fields, type CancellationFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station']

const households = (form: PartialFacts) => {
  const { person } = form as CancellationFacts
  return person?.householdNumber ? [householdKey(person.householdNumber)] : []
}

const law = lawOf(fields, policy, { recordsOf: households })
const causes = new Map(causeFields.cause.choices.map(({ value, label }): [string, string] => [value, label]))
const gone: Refusal = { code: 'person-gone', message: '登记里没有找到这个人在册的户口。请刷新以后再看。' }

/** How the register counts the end. */
function registerCauseOf({ cause }: CancellationFacts): RegisterCause {
  if (cause === 'death' || cause === 'declared-dead') return 'died'
  return cause === 'moved-out' ? 'moved-out' : 'cancelled'
}

function ended(facts: CancellationFacts, person: ResidentRecord, occasion: Occasion): ResidentRecord {
  const { cause = 'death' } = facts
  if (cause === 'moved-out') return withStatus(person, 'moved-out', occasion, cause)
  const isDeath = cause === 'death' || cause === 'declared-dead'
  return withStatus(
    person,
    isDeath ? 'deceased' : 'cancelled',
    occasion,
    cause === 'double' ? 'other' : cause,
  )
}

/** The household afterwards: with a new head, without one, or withdrawn when nobody is left. */
function householdAfter(
  facts: CancellationFacts,
  household: HouseholdRecord,
  occasion: Occasion,
): HouseholdRecord {
  const { isHead, othersRemain, newHead, person } = facts
  const line = { item: '成员', before: person?.name ?? '', after: '' }
  if (!isHead) return changedHousehold(household, {}, line, occasion)
  if (othersRemain && newHead?.personId) {
    const head = { item: '户主', before: person?.name ?? '', after: newHead.name }
    return changedHousehold(household, { headPersonId: newHead.personId }, head, occasion)
  }
  const withdrawn = { ...occasion, cause: 'household-withdrawn' as const }
  const change = { headPersonId: '' as const, withdrawnOn: occasion.on }
  return changedHousehold(
    household,
    change,
    { item: '户', before: household.number, after: '撤户' },
    withdrawn,
  )
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }),
  cancel: actStep(fields, {
    name: '登记注销',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记注销',
    explain: '在登记表和户口簿页上盖注销章，写明时间和原因；全户注销的收回户口簿。',
    fields: {},
    touches: ({ form }) => households(form),
    decide: (context) => {
      const facts = context.caseFile.form as CancellationFacts
      const person = findPerson(context.records, residentKey(facts.person?.personId ?? ''))
      if (person?.status !== 'registered') return refused(gone)
      const on = facts.diedOn ? `${dateInChinese(facts.diedOn)}死亡` : (causes.get(facts.cause ?? '') ?? '')
      const occasion = occasionOf(context, registerCauseOf(facts), on)
      const household = findHousehold(context.records, householdKey(person.householdNumber))
      const newHead = findPerson(context.records, residentKey(facts.newHead?.personId ?? ''))
      const records: RegisterRecord[] = [
        ended(facts, person, occasion),
        ...(household ? [householdAfter(facts, household, occasion)] : []),
        ...(newHead ? [asHead(newHead, occasionOf(context, 'corrected', '原户主注销'))] : []),
      ]
      return accepted({ status: 'closed', records })
    },
  }),
}

function asHead(person: ResidentRecord, occasion: Occasion): ResidentRecord {
  return changedPerson(person, { relationToHead: '02' }, occasion)
}
