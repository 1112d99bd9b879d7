import { accepted, refused } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { householdKey, type HouseholdRecord } from '../../people/household.ts'
import { residentKey } from '../../people/resident.ts'
import { changedHousehold } from '../../register/register-changes.ts'
import { findHousehold, findPerson, type RegisterRecord } from '../../register/record.ts'
import { collectiveGone, findCollective, type CollectiveHousehold } from '../collective/household-rules.ts'
import type { Level } from '../levels.ts'
import { movedMember } from '../move-member.ts'
import { occasionOf } from '../record-ids.ts'
import { actStep, type ActContext } from '../standard-steps/act.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { standardWorkflow } from '../standard-steps/standard-workflow.ts'
import type { Step } from '../step.ts'
import { fields, type DisposalFacts, type MemberLine } from './fields.ts'
import { policy } from './policy.ts'

export const decidedBy = (): readonly Level[] => ['station', 'county']

/** What a member's line comes to, each on the households as the lines before have left them. */
function moveEach(context: ActContext, facts: DisposalFacts, household: CollectiveHousehold) {
  const changed = new Map<string, RegisterRecord>([[household.key, household]])
  const missing: string[] = []
  const occasion = occasionOf(context, 'left-collective', '集体户处置')
  for (const line of facts.members ?? []) {
    const moved = moveOne(context, line, changed, household.key, occasion)
    if (moved) for (const record of moved) changed.set(record.key, record)
    else missing.push(line.member?.name ?? '')
  }
  return { changed, missing }
}

function moveOne(
  { records }: ActContext,
  { member, target, relationToHead = '99' }: MemberLine,
  changed: ReadonlyMap<string, RegisterRecord>,
  from: string,
  occasion: ReturnType<typeof occasionOf>,
): RegisterRecord[] | undefined {
  const now = new Map([...records, ...changed])
  const person = findPerson(now, residentKey(member?.personId ?? ''))
  const before = findHousehold(now, from)
  const to = findHousehold(now, householdKey(target?.number ?? ''))
  if (person?.status !== 'registered' || !to || person.householdNumber !== before?.number) return undefined
  return movedMember(person, { before, target: to, relationToHead }, occasion)
}

/** The household marked: it takes nobody in and lends no card while its members are given a way out. */
const announce = actStep(fields, {
  name: '标为待处置',
  permission: 'register-people',
  from: ['investigating', 'awaiting-approval', 'awaiting-county', 'approved'],
  to: ['investigating', 'awaiting-approval', 'awaiting-county', 'approved'],
  title: '标为待处置',
  explain: '标上以后，这个集体户不再进人、不再借卡；已在册的人照常能办事。',
  fields: {},
  decide: (context) => {
    const household = findCollective(context.records, context.caseFile.form)
    if (!household) return refused(collectiveGone)
    const { status } = context.caseFile
    const { collective } = household
    if (collective.state !== 'normal') {
      return refused({ code: 'already-announced', message: '这个集体户已经标为待处置，不用再标。' })
    }
    const marked = changedHousehold(
      household,
      { collective: { ...collective, state: 'awaiting-disposal' } },
      { item: '集体户状态', before: '正常', after: '待处置' },
      occasionOf(context, 'corrected', '集体户处置'),
    )
    return accepted({ status, records: [marked] })
  },
})

export const steps: Readonly<Record<string, Step>> = {
  ...standardWorkflow(lawOf(fields, policy), { levels: decidedBy, afterwards: 'approved' }, [
    'station',
    'county',
  ]),
  announce: { ...announce, beside: true },
  dispose: actStep(fields, {
    name: '迁移各人并撤户',
    permission: 'register-people',
    from: ['approved'],
    to: ['closed'],
    title: '迁移各人并撤户',
    explain: '各人一次都迁到自己的去处，公民身份号码不变；然后收回集体户口簿，撤户。',
    fields: {},
    decide: (context) => {
      const facts = context.caseFile.form as DisposalFacts
      const household = findCollective(context.records, facts)
      if (!household) return refused(collectiveGone)
      const { changed, missing } = moveEach(context, facts, household)
      if (missing.length > 0) {
        const message = `${missing.join('、')}的登记已经变了，不能照名单迁。请退回补正，核对名单。`
        return refused({ code: 'list-out-of-date', field: 'members', message })
      }
      const left = changed.get(household.key) as HouseholdRecord
      changed.set(household.key, withdrawn(context, left, household))
      return accepted({ status: 'closed', records: [...changed.values()] })
    },
  }),
}

function withdrawn(context: ActContext, left: HouseholdRecord, { collective }: CollectiveHousehold) {
  return changedHousehold(
    left,
    { withdrawnOn: context.day, headPersonId: '', collective: { ...collective, state: 'withdrawn' } },
    { item: '集体户', before: collective.unitName, after: `${dateInChinese(context.day)}撤户` },
    occasionOf(context, 'household-withdrawn', '集体户处置'),
  )
}
