import type { Action } from '../../shared/cases/action.ts'
import type { RecordKey } from '../../shared/register/record.ts'
import type { FiledAction } from '../../shared/sync/messages.ts'
import { countChange, type ChangeCount, type RowChange } from '../../shared/sync/large-change.ts'
import { areOldestPending } from './confirm-own.ts'
import { lookAtFiled } from './filed-news.ts'
import { PlanBuilder, type Desk } from './plan-builder.ts'
import { standsAfter } from './settle.ts'

/** Tells what the register would lose or change if these were taken in; nothing is written, and nothing is sealed. */
export async function forecastChange(desk: Desk, handedOut: readonly FiledAction[]): Promise<ChangeCount> {
  const { register, database } = desk
  const news = (await lookAtFiled(database, handedOut)).filter(({ isNews }) => isNews)
  if (news.length === 0) return countChange([], register.size)
  const filed = news.map(({ filed: { action } }) => action)
  if (await areOldestPending(database, filed)) return countChange([], register.size)
  const { city, local, authors } = await standsAfter(new PlanBuilder(desk, 0), { filed, refused: new Map() })
  const keys = new Set([...city.records.keys(), ...local.records.keys()])
  const changes = [...keys].map((key): RowChange => ({
    before: register.find(key),
    after: local.findRecord(key),
    by: whoIn(authors, key),
  }))
  return countChange(changes, register.size)
}

/** The person and the machine; an own step that no longer holds on the city's state has nobody else behind it. */
function whoIn(authors: ReadonlyMap<RecordKey, Action>, key: RecordKey): string {
  const action = authors.get(key)
  return action ? `${action.by.name}（${action.device}）` : '本机尚未被市局收下的步骤'
}
