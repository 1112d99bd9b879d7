import { accepted, type Outcome } from '../../shared/base/outcome.ts'
import { attachmentKey } from './attachment-rows.ts'
import type { OutboxRow } from './database.ts'
import type { Entry } from './entry.ts'
import { outboxRows } from './rows-together.ts'
import { keptMark, onTheWayMark, readSendMarks, withSentUpTo } from './send-marks.ts'
import type { PlanBuilder } from './plan-builder.ts'

/** Number of the last bundle that this desk put on a stick; 0 before the first. */
export async function lastBundleNumber({ database }: Pick<PlanBuilder['desk'], 'database'>): Promise<number> {
  const row = await database.meta.get('lastBundle')
  return typeof row?.value === 'number' ? row.value : 0
}

/** On the line, up to a place: what lay on a stick is on its way again like everything else. */
export async function markSentUpTo(
  plan: PlanBuilder,
  { upTo, at, keptUpTo }: Extract<Entry, { kind: 'sent-up-to' }>,
): Promise<Outcome<true>> {
  const { database } = plan.desk
  if (keptUpTo !== undefined) markKeptUpTo(plan, keptUpTo)
  const marks = await readSendMarks(database)
  plan.changes.meta.push({ name: onTheWayMark, value: withSentUpTo(marks, upTo, at) })
  if ((await lastBundleNumber(plan.desk)) === 0) return accepted(true)
  const rows = await database.outbox.where('place').belowOrEqual(upTo).toArray()
  for (const { bundle, ...row } of rows) if (bundle !== undefined) plan.changes.outbox.push(row)
  return accepted(true)
}

/** The city has everything up to a place, and judges later; 0: it does not have what it was thought to have. */
export function markKeptUpTo(plan: PlanBuilder, upTo: number): Outcome<true> {
  plan.changes.meta.push({ name: keptMark, value: upTo })
  return accepted(true)
}

/** One by one, as programs did that kept the mark in every row. */
export async function markSending(
  plan: PlanBuilder,
  ids: readonly string[],
  at: string,
): Promise<Outcome<true>> {
  for (const { bundle: _onStick, ...row } of await waitingRows(plan, ids))
    plan.changes.outbox.push({ ...row, sentAt: at })
  return accepted(true)
}

/** On a stick, in the bundle of that number. What was answered for in the meantime carries no mark. */
export async function markOnStick(
  plan: PlanBuilder,
  { ids, scans = [], n: bundle }: Extract<Entry, { kind: 'bundled' }>,
): Promise<Outcome<true>> {
  const { codec, database } = plan.desk
  for (const row of await waitingRows(plan, ids)) plan.changes.outbox.push({ ...row, bundle })
  const keys = scans.map(({ digest, caseId }) => attachmentKey(codec, caseId, digest))
  for (const row of await database.attachments.bulkGet(keys))
    if (row?.state === 'waiting') plan.changes.attachments.push({ ...row, bundle })
  plan.changes.meta.push({ name: 'lastBundle', value: bundle })
  return accepted(true)
}

/** What carries the mark of that bundle is no longer said to lie on a stick. */
export async function takeOffStick(plan: PlanBuilder, bundle: number): Promise<Outcome<true>> {
  const { outbox, attachments } = plan.desk.database
  for (const { bundle: onStick, ...row } of await outbox.toArray())
    if (onStick === bundle) plan.changes.outbox.push(row)
  for (const { bundle: onStick, ...row } of await attachments.where('state').equals('waiting').toArray())
    if (onStick === bundle) plan.changes.attachments.push(row)
  return accepted(true)
}

async function waitingRows({ desk }: PlanBuilder, ids: readonly string[]): Promise<OutboxRow[]> {
  const rows = await outboxRows(desk.database, ids)
  return rows.flatMap((row) => (row ? [row] : []))
}
