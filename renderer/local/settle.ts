import type { Refusal } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { RecordKey } from '../../shared/register/record.ts'
import type { FiledAction } from '../../shared/sync/messages.ts'
import { confirmOwn } from './confirm-own.ts'
import type { PendingRow } from './database.ts'
import { followTheCases, type RefusedAction } from './handed-refusals.ts'
import type { PlanBuilder } from './plan-builder.ts'
import { openAction, type RefusalContent } from './read.ts'
import { actionRows } from './rows-together.ts'
import { Stand } from './stand.ts'

/** What the city said: what it filed, in its order, and what it refused. */
export interface CityNews {
  readonly filed: readonly FiledAction['action'][]
  readonly refused: ReadonlyMap<string, readonly Refusal[]>
}

/** What was learned while settling. */
export interface Settled {
  /** For each own refused action, what it was made on and what it had made. */
  readonly refusals: ReadonlyMap<string, RefusalContent>
  /** Actions of the city's that this program cannot apply, with the codes of the reasons. */
  readonly unapplied: ReadonlyMap<string, readonly string[]>
}

export interface SettledHere extends Settled {
  /** Refused hand-overs of which the refusal that they were to hand over tells. */
  readonly toldElsewhere: ReadonlySet<string>
}

/** How things stand with the news taken in. */
interface After extends Settled {
  readonly city: Stand
  readonly local: Stand
  /** Whose action of the news changed a record last. */
  readonly authors: ReadonlyMap<RecordKey, Action>
  /** Own steps that the city has answered for now. */
  readonly noLongerPending: readonly string[]
  /** Own steps that the city has not answered for and that hold no more: what each was made on and had made. */
  readonly overtaken: readonly Overtaken[]
  readonly refusedOnes: readonly RefusedAction[]
}

/** An own step on its way. */
interface Pending {
  readonly action: Action
  readonly row: PendingRow
}

interface Overtaken {
  readonly row: PendingRow
  readonly content: RefusalContent
}

/**
 * Puts the own steps that the city has not filed yet on top of what it has now: what stands here is the city's state,
 * then these, and nothing else. A refused step is thereby taken back, with everything that only it had made.
 */
export async function settle(plan: PlanBuilder, news: CityNews): Promise<SettledHere> {
  if (news.refused.size === 0 && (await confirmOwn(plan, news.filed)))
    return { refusals: new Map(), unapplied: new Map(), toldElsewhere: new Set() }
  const { city, local, noLongerPending, overtaken, refusedOnes, ...settled } = await standsAfter(plan, news)
  plan.changes.leavePending.push(...noLongerPending)
  for (const { row, content } of overtaken)
    plan.changes.pending.push({ ...row, overtaken: await plan.desk.codec.seal(content, overtakenName(row)) })
  const cases = await putCases(plan, city, local)
  await putRecords(plan, city, local)
  return { ...settled, toldElsewhere: await followTheCases(plan, cases, refusedOnes) }
}

/** Works out how things will stand, and writes nothing down. */
export async function standsAfter(plan: PlanBuilder, news: CityNews): Promise<After> {
  const city = await plan.openCityStand()
  const waiting = await openPending(plan)
  const pending = waiting.map(({ action }) => action)
  const refusals = await lookAtRefused(new Stand(city), pending, news.refused)
  await recallOvertaken(plan, waiting, refusals)
  const unapplied = new Map<string, readonly string[]>()
  const authors = new Map<RecordKey, Action>()
  await plan.readCases([...news.filed, ...pending].map(({ caseId }) => caseId))
  for (const action of news.filed) {
    const applied = await city.apply(action)
    if (applied.ok) for (const { key } of applied.value.records) authors.set(key, action)
    else
      unapplied.set(
        action.id,
        applied.refusals.map(({ code }) => code),
      )
  }
  const answered = new Set([...news.filed.map(({ id }) => id), ...news.refused.keys()])
  const local = new Stand(city)
  const noLongerPending = pending.flatMap(({ id }) => (answered.has(id) ? [id] : []))
  const onTheirWay = waiting.filter(({ action }) => !answered.has(action.id))
  const holdNoMore = new Map<string, readonly Refusal[]>()
  // One that no longer holds here has no effect here; it is sent all the same, and the city's word on it is final.
  for (const { action } of onTheirWay) {
    const applied = await local.apply(action)
    if (!applied.ok) holdNoMore.set(action.id, applied.refusals)
  }
  const overtaken = await lookAtOvertaken(plan, waiting, holdNoMore)
  const refusedOnes = pending.flatMap((action) => {
    const reasons = news.refused.get(action.id)
    return reasons ? [{ action, refusals: reasons }] : []
  })
  return { refusals, unapplied, city, local, authors, noLongerPending, overtaken, refusedOnes }
}

async function openPending({ desk }: PlanBuilder): Promise<Pending[]> {
  const rows = await desk.database.pending.orderBy('place').toArray()
  const actions = await actionRows(desk.database, rows)
  const opened = actions.map(async (action, at) => {
    const row = rows[at]
    return action && row ? [{ action: await openAction(desk, action), row }] : []
  })
  return (await Promise.all(opened)).flat()
}

const overtakenName = ({ id }: PendingRow) => `pending/${id}`

/**
 * What own steps were made on and had made, before the news under which they hold no more: the conflict desk shows it once
 * the city refuses them, and by then nothing else remembers it.
 */
async function lookAtOvertaken(
  plan: PlanBuilder,
  waiting: readonly Pending[],
  holdNoMore: ReadonlyMap<string, readonly Refusal[]>,
): Promise<Overtaken[]> {
  const fresh = waiting.filter(({ action, row }) => holdNoMore.has(action.id) && !row.overtaken)
  if (fresh.length === 0) return []
  const actions = waiting.map(({ action }) => action)
  const contents = await lookAtRefused(await plan.openCityStand(), actions, holdNoMore)
  return fresh.flatMap(({ action, row }) => {
    const content = contents.get(action.id)
    return content?.base ? [{ row, content }] : []
  })
}

/** A step that was overtaken before its verdict came gets what was kept of it then. */
async function recallOvertaken(
  { desk }: PlanBuilder,
  waiting: readonly Pending[],
  refusals: Map<string, RefusalContent>,
): Promise<void> {
  for (const { action, row } of waiting) {
    const content = refusals.get(action.id)
    if (!content || content.base || !row.overtaken) continue
    const kept = (await desk.codec.open(row.overtaken, overtakenName(row))) as RefusalContent
    refusals.set(action.id, { ...kept, refusals: content.refusals })
  }
}

/** Walks the own steps once more as they were, to keep what each refused one saw and made. */
export async function lookAtRefused(
  stand: Stand,
  pending: readonly Action[],
  refused: ReadonlyMap<string, readonly Refusal[]>,
): Promise<Map<string, RefusalContent>> {
  const contents = new Map<string, RefusalContent>()
  for (const [id, refusals] of refused) contents.set(id, { refusals })
  if (refused.size === 0) return contents
  for (const action of pending) {
    const refusals = refused.get(action.id)
    const base = refusals && (await stand.look(action))
    const applied = await stand.apply(action)
    if (refusals && base && applied.ok) contents.set(action.id, { refusals, base, mine: applied.value })
  }
  return contents
}

async function putCases(
  plan: PlanBuilder,
  city: Stand,
  local: Stand,
): Promise<ReadonlyMap<string, CaseFile | undefined>> {
  const ids = [...new Set([...city.cases.keys(), ...local.cases.keys()])]
  const stand = await Promise.all(
    ids.map(async (id) => {
      const caseFile = await local.findCase(id)
      if (caseFile) await plan.putCase(caseFile)
      else await plan.keepAsGhost(id)
      if (local.cases.has(id)) await plan.keepCityCase(id, await city.findCase(id))
      else plan.dropCityCase(id)
      return [id, caseFile] as const
    }),
  )
  return new Map(stand)
}

async function putRecords(plan: PlanBuilder, city: Stand, local: Stand): Promise<void> {
  const keys = [...new Set([...city.records.keys(), ...local.records.keys()])]
  await Promise.all(
    keys.map(async (key) => {
      await plan.putRecord(key, local.findRecord(key))
      if (local.records.has(key)) await plan.keepCityRecord(key, city.findRecord(key))
      else plan.dropCityRecord(key)
    }),
  )
}
