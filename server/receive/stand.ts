import type { Action } from '../../shared/cases/action.ts'
import { recordsTouchedBy, type Applied } from '../../shared/cases/apply-action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import {
  citizenIdIn,
  citizenIdKey,
  holderAskedFor,
  numberEverIn,
  numberEverKey,
  type RecordKey,
  type RecordView,
  type RegisterRecord,
} from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'

/** A station's cases and records while a message is worked through: loaded once, changed in memory, written at the end. */
export interface Stand {
  /** Loads in two queries what the actions will most likely ask for. */
  prefetch(actions: readonly Action[]): Promise<void>
  findCase(id: string): Promise<CaseFile | undefined>
  findRecords(keys: readonly RecordKey[]): Promise<RecordView>
  take(applied: Applied): void
  changedCases(): readonly CaseFile[]
  changedRecords(): readonly RegisterRecord[]
}

/** Whom a newly composed number may not belong to; what was filed before was asked of the registered alone. */
export type Holders = 'everybody' | 'the-registered'

export function openStand(queries: Queries, station: string, mind: Holders = 'everybody'): Stand {
  const cases = new Map<string, CaseFile | undefined>()
  const records = new Map<RecordKey, RegisterRecord | undefined>()
  const changedCases = new Set<string>()
  const changedRecords = new Set<RecordKey>()

  async function loadCases(ids: readonly string[]): Promise<void> {
    const missing = unseen(ids, cases)
    if (missing.length === 0) return
    for (const caseFile of await selectCases(queries, station, missing)) cases.set(caseFile.id, caseFile)
  }

  function asked(key: RecordKey): RecordKey {
    const composed = numberEverIn(key)
    return composed === undefined || mind === 'everybody' ? key : citizenIdKey(composed)
  }

  async function loadRecords(keys: readonly RecordKey[]): Promise<void> {
    const missing = unseen(keys.map(asked), records)
    if (missing.length === 0) return
    const named = missing.filter((key) => holderAskedFor(key) === undefined)
    for (const record of await selectRecords(queries, station, named)) records.set(record.key, record)
    const numbers = missing.flatMap((key) => citizenIdIn(key) ?? numberEverIn(key) ?? [])
    for (const person of await selectHolders(queries, station, numbers)) {
      if (person.kind !== 'person') continue
      for (const key of [citizenIdKey(person.citizenId), numberEverKey(person.citizenId)])
        if (holderAskedFor(key)?.(person)) records.set(key, person)
    }
  }

  /** A record as it stands in this message; by citizen number, whoever an earlier action gave it. */
  function findNow(key: RecordKey): RegisterRecord | undefined {
    const isHolder = holderAskedFor(key)
    if (!isHolder) return records.get(key)
    const changed = [...changedRecords].flatMap((changedKey) => records.get(changedKey) ?? [])
    const stored = records.get(key)
    const holder = changed.findLast(isHolder)
    return holder ?? (stored && isHolder(records.get(stored.key) ?? stored) ? stored : undefined)
  }

  return {
    prefetch: async (actions) => {
      await loadCases(actions.map((action) => action.caseId))
      await loadRecords(actions.flatMap((action) => likelyKeys(action, cases.get(action.caseId))))
    },
    findCase: async (id) => {
      await loadCases([id])
      return cases.get(id)
    },
    findRecords: async (keys) => {
      await loadRecords(keys)
      return new Map(keys.flatMap((key) => entryOf(key, findNow(asked(key)))))
    },
    take: ({ caseFile, records: changed }) => {
      cases.set(caseFile.id, caseFile)
      changedCases.add(caseFile.id)
      for (const record of changed) {
        records.set(record.key, record)
        changedRecords.add(record.key)
      }
    },
    changedCases: () => [...changedCases].flatMap((id) => cases.get(id) ?? []),
    changedRecords: () => [...changedRecords].flatMap((key) => records.get(key) ?? []),
  }
}

/** Keys that deciding on an action needs. A step that the case's status does not allow needs none: it is refused. */
export function touchedKeys(
  action: Action,
  caseType: CaseType,
  caseFile: CaseFile | undefined,
): readonly RecordKey[] {
  const step = caseType.steps[action.step]
  return step?.from.includes(caseFile?.status ?? 'new') ? recordsTouchedBy(action, caseType, caseFile) : []
}

/** The keys that can be told before the actions of the same message have moved the case on. A guess that fails is none. */
function likelyKeys(action: Action, caseFile: CaseFile | undefined): readonly RecordKey[] {
  const caseType = findCaseType(caseFile?.caseType ?? action.caseType)
  if (!caseType) return []
  try {
    return [...recordsTouchedBy(action, caseType, undefined), ...touchedKeys(action, caseType, caseFile)]
  } catch {
    return []
  }
}

/** The keys that were not looked up yet; they are marked, so that what is not there is not looked up twice. */
function unseen<Value>(keys: readonly string[], seen: Map<string, Value | undefined>): string[] {
  const missing = [...new Set(keys)].filter((key) => !seen.has(key))
  for (const key of missing) seen.set(key, undefined)
  return missing
}

function entryOf(key: RecordKey, record: RegisterRecord | undefined): [RecordKey, RegisterRecord][] {
  return record ? [[key, record]] : []
}

async function selectCases(queries: Queries, station: string, ids: readonly string[]): Promise<CaseFile[]> {
  const rows = await queries.query<{ body: CaseFile }>(
    'select body from cases where station = $1 and case_id = any ($2::uuid[])',
    [station, ids],
  )
  return rows.map((row) => row.body)
}

async function selectRecords(
  queries: Queries,
  station: string,
  keys: readonly string[],
): Promise<RegisterRecord[]> {
  if (keys.length === 0) return []
  const rows = await queries.query<{ body: RegisterRecord }>(
    'select body from records where station = $1 and key = any ($2::text[])',
    [station, keys],
  )
  return rows.map((row) => row.body)
}

/** People whom the station has, or had, under these citizen numbers. */
async function selectHolders(
  queries: Queries,
  station: string,
  citizenIds: readonly string[],
): Promise<RegisterRecord[]> {
  if (citizenIds.length === 0) return []
  const rows = await queries.query<{ body: RegisterRecord }>(
    `select body from records
     where station = $1 and kind = 'person' and body ->> 'citizenId' = any ($2::text[])`,
    [station, citizenIds],
  )
  return rows.map((row) => row.body)
}
