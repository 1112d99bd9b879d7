import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { findHousehold, findPerson, type RecordView } from '../../register/record.ts'
import { collectiveGone, findCollective } from '../collective/household-rules.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { movedMember } from '../move-member.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type MembershipFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station']

/** A card that is out has to come back before its holder leaves. */
function cardIsOut(form: PartialFacts, records: RecordView): Refusal[] {
  const { direction, person } = form as MembershipFacts
  const household = findCollective(records, form)
  const loan = household?.collective.loans.find(
    ({ personId, returnedOn }) => personId === person?.personId && returnedOn === undefined,
  )
  if (direction !== 'leave' || !loan) return []
  const message = `${person?.name ?? ''}的集体户卡借出还没有归还（${loan.purpose}）。请先登记归还，再办离开。`
  return [{ code: 'card-is-out', field: 'person', message }]
}

function recordsBehind(form: PartialFacts): string[] {
  const { person, household, target } = form as MembershipFacts
  return [
    ...(person?.householdNumber ? [householdKey(person.householdNumber)] : []),
    ...(household ? [householdKey(household.number)] : []),
    ...(target ? [householdKey(target.number)] : []),
  ]
}

const law = lawOf(fields, policy, { recordsOf: recordsBehind, recordFaults: cardIsOut })

const gone: Refusal = { code: 'person-gone', message: '登记里没有找到这个人在册的户口。请退回补正。' }

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }),
  move: actStep(fields, {
    name: '登记进出',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记进出',
    explain: '登记以后换发本人的户口页；集体户口簿由协管员带回。',
    fields: {},
    touches: ({ form }) => recordsBehind(form),
    decide: (context) => {
      const facts = context.caseFile.form as MembershipFacts
      const { records } = context
      const person: ResidentRecord | undefined = findPerson(
        records,
        residentKey(facts.person?.personId ?? ''),
      )
      if (person?.status !== 'registered') return refused(gone)
      const faults = cardIsOut(facts, records)
      if (faults.length > 0) return refused(...faults)
      const joins = facts.direction === 'join'
      const number = joins ? facts.household?.number : facts.target?.number
      const target: HouseholdRecord | undefined = findHousehold(records, householdKey(number ?? ''))
      if (!target) return refused(collectiveGone)
      const cause = joins ? 'joined-collective' : 'left-collective'
      const occasion = occasionOf(context, cause, joins ? '进入集体户' : '离开集体户')
      const before = findHousehold(records, householdKey(person.householdNumber))
      return accepted({
        status: 'closed',
        records: movedMember(
          person,
          { before, target, relationToHead: facts.relationToHead ?? '99' },
          occasion,
        ),
      })
    },
  }),
}
