import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { checkCitizenId } from '../../people/citizen-id.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { isHead } from '../../people/kinship.ts'
import { residentKey } from '../../people/resident.ts'
import { changedHousehold, registeredPerson, type Occasion } from '../../register/register-changes.ts'
import { citizenIdKey, findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { movedMember } from '../move-member.ts'
import { newRecordId, occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type MoveFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station']

type Mover = NonNullable<MoveFacts['movers']>[number]

/** The households that the movers leave, and whoever is registered here under the numbers of those who come. */
function recordsBehind(form: PartialFacts): string[] {
  const { movers = [], fromWhere } = form as MoveFacts
  const left = movers.flatMap(({ member }) =>
    member?.householdNumber ? [householdKey(member.householdNumber)] : [],
  )
  const numbers = movers.flatMap(({ member }) => (member?.citizenId ? [citizenIdKey(member.citizenId)] : []))
  return fromWhere === 'this-station' ? left : numbers
}

const law = lawOf(fields, policy, { recordsOf: recordsBehind })

const listOutOfDate: Refusal = {
  code: 'list-out-of-date',
  field: 'movers',
  message: '移居的人的登记已经变了。请退回补正，重新选人。',
}

function moveOne(
  context: ActContext,
  { member, relationToHead = '99' }: Mover,
  n: number,
  now: ReadonlyMap<string, RegisterRecord>,
  target: HouseholdRecord,
  occasion: Occasion,
): Outcome<RegisterRecord[]> {
  const facts = context.caseFile.form as MoveFacts
  if (facts.fromWhere === 'this-station') {
    const person = findPerson(now, residentKey(member?.personId ?? ''))
    if (person?.status !== 'registered') return refused(listOutOfDate)
    const before = findHousehold(now, householdKey(person.householdNumber))
    return accepted(movedMember(person, { before, target, relationToHead }, occasion))
  }
  const number = checkCitizenId(member?.citizenId ?? '', { today: context.day, allowUnissuedSequence: true })
  if (!member || !number.ok) return refused(listOutOfDate)
  const here = findPerson(now, citizenIdKey(number.value.id))
  if (here?.status === 'registered') {
    const message = `${member.name}的号码已经在本所登记。请改选“本所”，从登记里选人。`
    return refused({ code: 'already-registered', field: 'movers', message, citation: 'HR-6' })
  }
  const person = registeredPerson(
    {
      id: newRecordId(context, n),
      name: member.name,
      formerName: '',
      sex: number.value.sex,
      birthDate: number.value.birthDate,
      citizenId: number.value.id,
      ethnicGroup: member.ethnicGroup ?? '97',
      birthplace: '',
      nativePlace: '',
      education: '',
      occupation: '',
      maritalStatus: '',
      householdNumber: target.number,
      address: target.address,
      committee: target.committee,
      relationToHead,
      arrival: { on: context.day, cause: '市内移居', from: (facts.fromOffice ?? '').slice(0, 200) },
    },
    occasion,
  )
  const becomesHead = isHead(relationToHead) && target.headPersonId === ''
  const joined = changedHousehold(
    target,
    becomesHead ? { headPersonId: person.id } : {},
    { item: '成员', before: '', after: person.name },
    occasion,
  )
  return accepted([person, joined])
}

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }),
  move: actStep(fields, {
    name: '登记移居',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记移居',
    explain: '从别的派出所来的，登记以后由本所通知那里的派出所办“注销户口”；公民身份号码不变。',
    fields: {},
    touches: ({ form }) => recordsBehind(form),
    decide: (context) => {
      const facts = context.caseFile.form as MoveFacts
      const key = householdKey(facts.household?.number ?? '')
      const household = findHousehold(context.records, key)
      if (!household || household.withdrawnOn) return refused(listOutOfDate)
      const isHere = facts.fromWhere === 'this-station'
      const occasion = occasionOf(context, isHere ? 'moved-within' : 'moved-in', '市内移居')
      const changed = new Map<string, RegisterRecord>()
      for (const [n, mover] of (facts.movers ?? []).entries()) {
        const now = new Map([...context.records, ...changed])
        const moved = moveOne(context, mover, n, now, findHousehold(now, key) ?? household, occasion)
        if (!moved.ok) return moved
        for (const record of moved.value) changed.set(record.key, record)
      }
      return accepted({ status: 'closed', records: [...changed.values()] })
    },
  }),
}
