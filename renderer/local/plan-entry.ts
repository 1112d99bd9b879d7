import { refusalSteps } from '../../shared/cases/standard-steps/refusal-steps.ts'
import { accepted, refused, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CityVerdict, FiledAction } from '../../shared/sync/messages.ts'
import { takeReceipt } from './attachment-receipt.ts'
import { cityHeardMark } from './city-heard.ts'
import type { Entry } from './entry.ts'
import { followTheCases } from './handed-refusals.ts'
import { lookAtFiled } from './filed-news.ts'
import { planLeasesAsked, planLeasesTold } from './plan-leases.ts'
import { PlanBuilder, type Desk, type Plan } from './plan-builder.ts'
import { planImport } from './plan-import.ts'
import { countMissed, planRestored } from './restored.ts'
import { noteOnRefusal, receivedReceipt, refusalReceipt, type Assigned } from './receipts.ts'
import { markKeptUpTo, markOnStick, markSending, markSentUpTo, takeOffStick } from './outbox-marks.ts'
import { outboxRows } from './rows-together.ts'
import { readSendMarks, sentAtOf } from './send-marks.ts'
import { settle } from './settle.ts'
import { Stand } from './stand.ts'

type Recorded = Extract<Entry, { kind: 'recorded' }>

interface Turn {
  /** The entry's number. */
  readonly n: number
  /** Read back from the journal: it stood once, and must stand again. */
  readonly replayed: boolean
}

/** Works out an entry's rows without writing any: reads, decides and seals before the transaction opens. */
export async function planEntry(desk: Desk, entry: Entry, { n, replayed }: Turn): Promise<Outcome<Plan>> {
  const plan = new PlanBuilder(desk, n)
  const decided = await decide(plan, entry, replayed)
  if (!decided.ok) return decided
  await plan.keepOwnFiles()
  await plan.noteLatestInstant()
  return accepted(plan.build())
}

async function decide(plan: PlanBuilder, entry: Entry, replayed: boolean): Promise<Outcome<true>> {
  switch (entry.kind) {
    case 'imported':
      return planImport(plan, entry.package)
    case 'recorded':
      return recordOwn(plan, entry, replayed)
    case 'sent-up-to':
      return markSentUpTo(plan, entry)
    case 'sending':
      return markSending(plan, entry.ids, entry.at)
    case 'kept-up-to':
      return markKeptUpTo(plan, entry.upTo)
    case 'bundled':
      return markOnStick(plan, entry)
    case 'bundle-dropped':
      return takeOffStick(plan, entry.n)
    case 'answered':
      return takeVerdicts(plan, entry.verdicts)
    case 'handed-out':
      return takeHandedOut(plan, entry.actions, entry.upTo)
    case 'refusal-closed':
      return putNote(plan, entry)
    case 'refusal-assigned':
      return putNote(plan, entry, assignedIn(entry))
    case 'draft-saved':
      return saveDraft(plan, entry.draft)
    case 'draft-dropped':
      plan.changes.dropDrafts.push(entry.id)
      return accepted(true)
    case 'attachment-received':
      return takeReceipt(plan, entry)
    case 'leases-asked':
      return planLeasesAsked(plan, entry.requests)
    case 'leases-told':
      return planLeasesTold(plan, entry)
    case 'machine-restored':
      await planRestored(plan, entry)
      return accepted(true)
    case 'city-heard':
      plan.changes.meta.push({ name: cityHeardMark, value: entry.at })
      return accepted(true)
    case 'setting-saved':
      return saveSetting(plan, entry.name, entry.value)
  }
}

async function saveSetting({ desk, changes }: PlanBuilder, setting: string, value: unknown) {
  const name = `setting:${setting}`
  changes.meta.push({ name, value: await desk.codec.seal(value, `meta/${name}`) })
  return accepted<true>(true)
}

async function recordOwn(plan: PlanBuilder, recorded: Recorded, replayed: boolean): Promise<Outcome<true>> {
  const { action, followedBy = [], signatures = [], draftId, closes } = recorded
  const signed = new Map(signatures.map((signature) => [signature.id, signature]))
  if (await plan.desk.database.actions.get(action.id)) {
    return refused({ code: 'already-recorded', message: '这一步已经记录过了。' })
  }
  const stand = new Stand(plan.ground)
  const applied = await stand.apply(action)
  // What an older program recorded, on a step that was refused since, waits for the city's word without any effect.
  if (!applied.ok && !replayed) return applied
  await plan.putWaiting(action, await plan.putAction(action), signed.get(action.id))
  for (const next of followedBy) {
    const outcome = await stand.apply(next)
    if (!outcome.ok && !replayed) return outcome
    await plan.putWaiting(next, await plan.putAction(next), signed.get(next.id))
  }
  await putOwn(plan, stand)
  if ([action, ...followedBy].some(({ step }) => step in refusalSteps))
    await followTheCases(plan, stand.cases)
  if (draftId) plan.changes.dropDrafts.push(draftId)
  await countAcceptance(plan, action)
  return closes ? putNote(plan, closes) : accepted(true)
}

/** What an own step changed, and under it what the city has, unless an earlier own step keeps that already. */
async function putOwn(plan: PlanBuilder, { cases, records }: Stand): Promise<void> {
  const { database, register } = plan.desk
  for (const [id, caseFile] of cases) {
    if (!(await database.cityCases.get(id))) await plan.keepCityCase(id, await plan.ground.findCase(id))
    if (caseFile) await plan.putCase(caseFile)
  }
  for (const [key, record] of records) {
    if (!register.atCity.has(key)) await plan.keepCityRecord(key, register.find(key))
    await plan.putRecord(key, record)
  }
}

/** The day's counter of acceptance numbers stands in the same transaction as the case that used it. */
async function countAcceptance({ desk, changes }: PlanBuilder, action: Action): Promise<void> {
  const number = action.facts['number']
  if (typeof number !== 'string' || action.base.case !== 0) return
  const name = `accepted:${number.split('-')[2] ?? ''}`
  const before = await desk.database.meta.get(name)
  changes.meta.push({ name, value: (typeof before?.value === 'number' ? before.value : 0) + 1 })
}

async function takeVerdicts(plan: PlanBuilder, verdicts: readonly CityVerdict[]): Promise<Outcome<true>> {
  const refusals = new Map<string, readonly Refusal[]>()
  const known = await answeredActions(plan, verdicts)
  for (const { verdict, row, sentAt } of known) {
    plan.changes.leaveOutbox.push(row.id)
    if (verdict.outcome === 'refused') refusals.set(row.id, verdict.refusals)
    else plan.changes.receipts.push(receivedReceipt(row, verdict.order, verdict.receipt, sentAt))
  }
  if (refusals.size === 0) return accepted(true)
  const settled = await settle(plan, { filed: [], refused: refusals })
  for (const { row } of known) {
    const content = settled.refusals.get(row.id)
    const open = settled.toldElsewhere.has(row.id) ? 0 : 1
    if (content) plan.changes.receipts.push(await refusalReceipt(plan.desk, row, content, open))
  }
  return accepted(true)
}

/** The actions here that the verdicts are on; most of them wait in the outbox, and its row says all that is needed. */
async function answeredActions({ desk: { database } }: PlanBuilder, verdicts: readonly CityVerdict[]) {
  const waiting = await outboxRows(
    database,
    verdicts.map(({ id }) => id),
  )
  const left = verdicts.filter((_, index) => !waiting[index]).map(({ id }) => id)
  const elsewhere = left.length > 0 ? await database.actions.bulkGet(left) : []
  const rows = new Map(elsewhere.flatMap((row) => (row ? [[row.id, row] as const] : [])))
  const marks = await readSendMarks(database)
  return verdicts.flatMap((verdict, index) => {
    const outbox = waiting[index]
    const row = outbox ?? rows.get(verdict.id)
    return row ? [{ verdict, row, sentAt: outbox && sentAtOf(outbox, marks) }] : []
  })
}

/**
 * Takes what the city filed, in its order: its own state moves on, and the own steps that are not in it yet are put on
 * top again. What stands at the city is always kept, whether or not this program can apply it.
 */
async function takeHandedOut(
  plan: PlanBuilder,
  handedOut: readonly FiledAction[],
  upTo: number,
): Promise<Outcome<true>> {
  const filed = await takeFiled(plan, handedOut)
  if (filed.length > 0) {
    const { unapplied } = await settle(plan, { filed, refused: new Map() })
    // Codes only: this row is not sealed, and a message may repeat a name.
    for (const [id, codes] of unapplied) plan.changes.meta.push({ name: `unapplied:${id}`, value: codes })
  }
  plan.changes.meta.push({ name: 'lastOrder', value: upTo })
  return accepted(true)
}

/** Keeps filed actions and their receipts; answers those that the city's state here does not have yet. */
async function takeFiled(plan: PlanBuilder, handedOut: readonly FiledAction[]): Promise<Action[]> {
  const looked = await lookAtFiled(plan.desk.database, handedOut)
  await countMissed(
    plan,
    looked.flatMap(({ isHere, filed }) => (isHere ? [] : [filed])),
  )
  await plan.putActions(looked.flatMap(({ isHere, filed }) => (isHere ? [] : [filed.action])))
  const sentAt = await whenSent(
    plan,
    looked.flatMap(({ isHere, isReceived, filed }) => (isHere && !isReceived ? [filed.action.id] : [])),
  )
  for (const { isHere, isReceived, filed } of looked) {
    const { action, order, receipt } = filed
    if (!isReceived)
      plan.changes.receipts.push(receivedReceipt(action, order, receipt, sentAt.get(action.id)))
    if (isHere) plan.changes.leaveOutbox.push(action.id)
  }
  return looked.flatMap(({ isNews, filed }) => (isNews ? [filed.action] : []))
}

/** Of own steps whose first word from the city is that it filed them. */
async function whenSent(
  { desk: { database } }: PlanBuilder,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const marks = await readSendMarks(database)
  const rows = await outboxRows(database, ids)
  return new Map(
    rows.flatMap((row) => {
      if (!row) return []
      const at = sentAtOf(row, marks)
      return at === undefined ? [] : [[row.id, at] as const]
    }),
  )
}

function assignedIn({ to, toUserId }: Extract<Entry, { kind: 'refusal-assigned' }>): Assigned {
  return toUserId === undefined ? { to } : { to, toUserId }
}

async function putNote(plan: PlanBuilder, note: Parameters<typeof noteOnRefusal>[1], assigned?: Assigned) {
  const noted = await noteOnRefusal(plan.desk, note, assigned)
  if (!noted.ok) return noted
  plan.changes.receipts.push(noted.value)
  return accepted<true>(true)
}

async function saveDraft(
  { desk, changes }: PlanBuilder,
  draft: { id: string; owner: string; changedAt: string },
) {
  const sealed = await desk.codec.seal(draft, `drafts/${draft.id}`)
  changes.drafts.push({ id: draft.id, owner: draft.owner, changedAt: draft.changedAt, sealed })
  return accepted<true>(true)
}
