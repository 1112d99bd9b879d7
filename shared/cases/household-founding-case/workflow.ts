import { accepted, refused, type Outcome, type Refusal } from '../../base/outcome.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey } from '../../people/resident.ts'
import { changedHousehold, foundedHousehold, type Occasion } from '../../register/register-changes.ts'
import { findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import type { Level } from '../levels.ts'
import { movedMember } from '../move-member.ts'
import { unusedHouseholdNumber } from '../household-number.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type FoundingFacts } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station']

/** GB/T 4761: 户主. */
const headOfHousehold = '02'

interface Comer {
  readonly personId: string
  readonly relationToHead: string
}

function comersOf({ head, members = [] }: FoundingFacts): Comer[] {
  const first = head?.personId ? [{ personId: head.personId, relationToHead: headOfHousehold }] : []
  return [
    ...first,
    ...members.flatMap(({ member, relationToHead = '99' }) =>
      member?.personId ? [{ personId: member.personId, relationToHead }] : [],
    ),
  ]
}

/** Everybody's present household, whose history says who left. */
function householdsLeft({ head, members = [] }: FoundingFacts): string[] {
  const numbers = [head, ...members.map(({ member }) => member)].flatMap(
    (each) => each?.householdNumber ?? [],
  )
  return [...new Set(numbers)].map(householdKey)
}

const law = lawOf(fields, policy, { recordsOf: (form) => householdsLeft(form) })

const listOutOfDate: Refusal = {
  code: 'list-out-of-date',
  field: 'members',
  message: '户里有人的登记已经变了。请退回补正，重新选人。',
}

/** Everybody moved in one after the other, each on the households as the one before has left them. */
function moveAll(
  { records }: ActContext,
  comers: readonly Comer[],
  target: HouseholdRecord,
  occasion: Occasion,
): Outcome<Map<string, RegisterRecord>> {
  const changed = new Map<string, RegisterRecord>([[target.key, target]])
  for (const { personId, relationToHead } of comers) {
    const now = new Map([...records, ...changed])
    const person = findPerson(now, residentKey(personId))
    const to = findHousehold(now, target.key)
    if (person?.status !== 'registered' || !to) return refused(listOutOfDate)
    const before = findHousehold(now, householdKey(person.householdNumber))
    for (const record of movedMember(person, { before, target: to, relationToHead }, occasion))
      changed.set(record.key, record)
  }
  return accepted(changed)
}

function newHousehold(facts: FoundingFacts, number: string, occasion: Occasion): HouseholdRecord {
  const { address, committee = '' } = facts
  return foundedHousehold(
    {
      number,
      householdKind: 'family',
      headPersonId: '',
      address: { region: address?.region ?? '', detail: address?.detail ?? '' },
      committee: committee.slice(0, 60),
    },
    occasion,
  )
}

const reasons = { found: '立户', split: '分户', merge: '并户' } as const

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(law, { levels: decidedBy, afterwards: 'approved' }),
  found: actStep(fields, {
    name: '登记立户',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '登记立户、分户、并户',
    explain: '立户、分户给一个没有用过的户号；登记以后发新的户口簿。',
    fields: {
      householdNumber: {
        kind: 'text',
        label: '新户号',
        asked: (facts) => facts['act'] !== 'merge',
      },
    },
    touches: ({ form }, { householdNumber }) => [
      ...householdsLeft(form as FoundingFacts),
      ...(householdNumber ? [householdKey(householdNumber)] : []),
    ],
    decide: (context, { householdNumber = '' }) => {
      const facts = context.caseFile.form as FoundingFacts
      const reason = reasons[facts.act ?? 'found']
      const isMerge = facts.act === 'merge'
      const occasion = occasionOf(context, isMerge ? 'moved-within' : 'household-founded', reason)
      const fault = isMerge ? undefined : unusedHouseholdNumber(householdNumber, context.records)
      if (fault) return refused(fault)
      const target = isMerge
        ? findHousehold(context.records, householdKey(facts.household?.number ?? ''))
        : newHousehold(facts, householdNumber, occasion)
      if (!target) return refused(listOutOfDate)
      const changed = moveAll(context, comersOf(facts), target, occasion)
      if (!changed.ok) return changed
      const records =
        isMerge && facts.leavesEmpty ? withEmptied(context, facts, changed.value) : changed.value
      const form = { ...facts, householdNumber: target.number }
      return accepted({ status: 'closed', records: [...records.values()], form })
    },
  }),
}

/** The household that a merger leaves without anybody is withdrawn. */
function withEmptied(context: ActContext, facts: FoundingFacts, changed: Map<string, RegisterRecord>) {
  const left = householdsLeft(facts).filter((key) => key !== householdKey(facts.household?.number ?? ''))
  for (const key of left) {
    const household = changed.get(key)
    if (household?.kind !== 'household') continue
    const line = { item: '户', before: household.number, after: '撤户' }
    const change = { withdrawnOn: context.day, headPersonId: '' as const }
    changed.set(
      key,
      changedHousehold(household, change, line, occasionOf(context, 'household-withdrawn', '并户')),
    )
  }
  return changed
}
