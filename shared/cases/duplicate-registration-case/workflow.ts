import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { householdKey } from '../../people/household.ts'
import { residentKey, type ResidentRecord } from '../../people/resident.ts'
import { changedHousehold, withStatus, type Occasion } from '../../register/register-changes.ts'
import { findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type DuplicateFacts } from './fields.ts'
import { policy } from './policy.ts'

/** A number in two hands is the city's to settle, a second registration the county's. */
export function decidedBy(facts: PartialFacts): readonly Level[] {
  return (facts as DuplicateFacts).kind === 'shared-number'
    ? ['station', 'county', 'city']
    : ['station', 'county']
}

const households = (form: PartialFacts) => {
  const { person } = form as DuplicateFacts
  return person?.householdNumber ? [householdKey(person.householdNumber)] : []
}

const gone: Refusal = { code: 'person-gone', message: '登记里没有找到这个人在册的户口。请刷新以后再看。' }

/** What stays is noted; what gives way here is cancelled and leaves its household. */
function settled(facts: DuplicateFacts, person: ResidentRecord, occasion: Occasion): ResidentRecord {
  const keptHere = facts.kind === 'shared-number' || facts.keeps === 'here'
  if (!keptHere) return withStatus(person, 'cancelled', { ...occasion, cause: 'cancelled-double' }, 'double')
  const { on, caseId, caseNumber, by } = occasion
  const item = facts.kind === 'shared-number' ? '重号' : '双重户口'
  const after = facts.kind === 'shared-number' ? wayOfNumber(facts) : '保留本所登记'
  const line = { on, cause: 'corrected' as const, item, before: facts.otherOffice ?? '', after }
  return {
    ...person,
    entries: [...(person.entries ?? []), { ...line, reason: occasion.reason, caseId, caseNumber, by }],
  }
}

function wayOfNumber({ givesWay }: DuplicateFacts): string {
  return givesWay === 'here' ? '本所的人改号' : '对方改号，本人号码不变'
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(
    lawOf(fields, policy, { recordsOf: households }),
    { levels: decidedBy, afterwards: 'approved' },
    ['station', 'county', 'city'],
  ),
  settle: actStep(fields, {
    name: '登记处理结果',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记处理结果',
    explain: '保留对方的，注销本所的登记；重号由本所的人改号的，接着办“登记项目变更、更正”。',
    fields: {},
    touches: ({ form }) => households(form),
    decide: (context) => {
      const facts = context.caseFile.form as DuplicateFacts
      const person = findPerson(context.records, residentKey(facts.person?.personId ?? ''))
      if (person?.status !== 'registered') return refused(gone)
      const reason =
        `${facts.kind === 'shared-number' ? '重号' : '双重户口'}：${facts.otherOffice ?? ''}`.slice(0, 300)
      const occasion = occasionOf(context, 'corrected', reason)
      const after = settled(facts, person, occasion)
      const household = findHousehold(context.records, householdKey(person.householdNumber))
      const records: RegisterRecord[] = [after]
      if (household && after.status === 'cancelled') {
        const isHead = household.headPersonId === person.id
        const change = isHead ? { headPersonId: '' as const } : {}
        const line = { item: '成员', before: person.name, after: '' }
        records.push(changedHousehold(household, change, line, { ...occasion, cause: 'cancelled-double' }))
      }
      return accepted({ status: 'closed', records })
    },
  }),
}
