import type { Action } from '../../shared/cases/action.ts'
import type { DeskDatabase, PendingRow } from './database.ts'
import type { PlanBuilder } from './plan-builder.ts'
import type { Stand } from './stand.ts'

/**
 * Own steps that come back as they went out, oldest first and nobody else's between them, change nothing here: what
 * stands is the city's state with the pending steps on top, and only the line between the two moves. Without this every
 * page of a backlog would have all that still waits applied anew. False, with nothing planned, when it is not so.
 */
export async function confirmOwn(plan: PlanBuilder, filed: readonly Action[]): Promise<boolean> {
  const pending = await pendingBehind(plan.desk.database, filed)
  if (!pending) return false
  const caseIds = [...new Set(filed.map(({ caseId }) => caseId))]
  const city = await plan.openCityStand(caseIds)
  await plan.readCases(caseIds)
  for (const action of filed) if (!(await city.apply(action)).ok) return false
  plan.changes.leavePending.push(...filed.map(({ id }) => id))
  await moveCityCases(plan, city, pending)
  await moveCityRecords(plan, city, pending)
  return true
}

/** Whether these are the oldest own steps that the city had not filed, in their order. */
export async function areOldestPending(
  { pending }: Pick<DeskDatabase, 'pending'>,
  filed: readonly Action[],
): Promise<boolean> {
  const oldest = await pending.orderBy('place').limit(filed.length).primaryKeys()
  return oldest.length === filed.length && filed.every(({ id }, at) => id === oldest[at])
}

/** What is pending behind them; undefined when they are not the oldest. */
async function pendingBehind(
  database: DeskDatabase,
  filed: readonly Action[],
): Promise<PendingRow[] | undefined> {
  if (!(await areOldestPending(database, filed))) return undefined
  const rows = await database.pending.orderBy('place').toArray()
  return rows.slice(filed.length)
}

/** The city's state of a case is kept for as long as own steps stand on top of it. */
async function moveCityCases(plan: PlanBuilder, city: Stand, pending: readonly PendingRow[]): Promise<void> {
  const stillPending = new Set(pending.map(({ caseId }) => caseId))
  await Promise.all(
    [...city.cases].map(async ([id, caseFile]) => {
      if (stillPending.has(id)) await plan.keepCityCase(id, caseFile)
      else plan.dropCityCase(id)
    }),
  )
}

/** Which records the rest changes only applying it would tell: kept until nothing is pending, or others' news come. */
async function moveCityRecords(
  plan: PlanBuilder,
  city: Stand,
  pending: readonly PendingRow[],
): Promise<void> {
  const { atCity } = plan.desk.register
  for (const [key, record] of city.records) {
    if (pending.length === 0) plan.dropCityRecord(key)
    else if (record !== atCity.get(key)) await plan.keepCityRecord(key, record)
  }
}
