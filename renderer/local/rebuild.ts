import type { Dexie } from 'dexie'
import {
  besideNames,
  databaseName,
  openDatabase,
  tableNames,
  type DeskDatabase,
  type TableName,
} from './database.ts'
import { DeskStore, type Opening, type StoreParts } from './desk-store.ts'
import { digestOfTables } from './digest-of-tables.ts'

/** A table before and after; `missing` counts the rows of before that the journal does not bring back. */
export interface TableCount {
  readonly table: TableName
  /** Undefined where the old database could not be read. */
  readonly before: number | undefined
  readonly after: number
  readonly missing: number
}

/** What a rebuild came to. `kept`: the journal brings back less than there is, so that what there was stays. */
export interface RebuildProof {
  readonly outcome: 'replaced' | 'kept'
  readonly tables: readonly TableCount[]
  /** SHA-256 over every row, opened, in hexadecimal; undefined where a row could not be opened. */
  readonly digestBefore: string | undefined
  readonly digestAfter: string | undefined
}

export interface RebuiltStore {
  readonly store: DeskStore
  readonly opening: Opening
  readonly proof: RebuildProof
}

/** Nothing of these may be fewer afterwards; the others follow from them and may differ under a newer program. */
const notToBeFewer: ReadonlySet<TableName> = new Set(['actions', 'receipts', 'drafts', 'attachments'])

/**
 * Folds the journal into a second database beside the first, proves it, and only then puts its rows in the place of the old
 * ones, in one transaction. Until then, and when it would be less, the old database stays as it is. Throws when the
 * journal cannot be read, or cannot take what still waits to be written to it.
 */
export async function rebuildFromJournal(
  parts: StoreParts,
  progress?: (done: number, total: number) => void,
): Promise<RebuiltStore> {
  const name = parts.name ?? databaseName
  const old = await openOrNothing(name)
  if (old) await flushQueue(old, parts)
  const beside = openDatabase(`${name}-rebuilt`)
  await beside.delete()
  // The whole journal, whatever checkpoints there are: this is the proof of what it brings back.
  const { checkpoints: _checkpoints, ...fromTheBeginning } = parts
  const folded = await DeskStore.open({ ...fromTheBeginning, name: `${name}-rebuilt` }, progress)
  folded.store.close()
  await beside.open()
  try {
    if (old) await keepLatestDrafts(old, beside)
    const proof = await prove(old, beside, parts)
    if (proof.outcome === 'replaced') await replace(old, beside, name)
    old?.close()
    const { store } = await DeskStore.open(parts)
    return { store, opening: folded.opening, proof }
  } finally {
    old?.close()
    await beside.delete()
  }
}

async function openOrNothing(name: string): Promise<DeskDatabase | undefined> {
  const database = openDatabase(name)
  try {
    await database.open()
    return database
  } catch {
    // Damaged beyond opening: the journal alone is what there is.
    return undefined
  }
}

/** Entries that the disk did not take at their time must be in the journal before it counts as the whole. */
async function flushQueue({ journalQueue }: DeskDatabase, { journal }: StoreParts): Promise<void> {
  const queued = await journalQueue.orderBy('n').toArray()
  if (queued.length === 0) return
  await journal.append(queued.map(({ n, sealed }) => ({ n, body: sealed })))
  await journalQueue.bulkDelete(queued.map(({ n }) => n))
}

/** The last words of a form reach the journal a moment after the database: they are carried over as they are. */
async function keepLatestDrafts(old: DeskDatabase, beside: DeskDatabase): Promise<void> {
  for (const draft of await old.drafts.toArray()) {
    const folded = await beside.drafts.get(draft.id)
    if (!folded || folded.changedAt < draft.changedAt) await beside.drafts.put(draft)
  }
}

async function prove(
  old: DeskDatabase | undefined,
  beside: DeskDatabase,
  { codec }: StoreParts,
): Promise<RebuildProof> {
  const tables = await Promise.all(tableNames.map((table) => compareTable(table, old, beside)))
  const isLess = tables.some(({ table, missing }) => missing > 0 && notToBeFewer.has(table))
  return {
    outcome: isLess ? 'kept' : 'replaced',
    tables,
    digestBefore: old && (await digestOfTables(old, codec)),
    digestAfter: await digestOfTables(beside, codec),
  }
}

async function compareTable(
  table: TableName,
  old: DeskDatabase | undefined,
  beside: DeskDatabase,
): Promise<TableCount> {
  const after = await keysOf(beside, table)
  const before = old && (await keysOf(old, table))
  const here = new Set(after)
  const missing = (before ?? []).filter((key) => !here.has(key)).length
  return { table, before: before?.length, after: after.length, missing }
}

function keysOf(database: Dexie, table: TableName): Promise<unknown[]> {
  return database.table(table).toCollection().primaryKeys()
}

/** Old rows out and new rows in, all or nothing. */
async function replace(old: DeskDatabase | undefined, beside: DeskDatabase, name: string): Promise<void> {
  const rows = await Promise.all(
    tableNames.map(async (table) => [table, await beside.table(table).toArray()] as const),
  )
  const target = old ?? openDatabase(name)
  if (!old) await target.delete()
  if (!target.isOpen()) await target.open()
  await target.transaction('rw', [...tableNames, ...besideNames], async () => {
    for (const [table, content] of rows) {
      await target.table(table).clear()
      await target.table(table).bulkPut(content)
    }
    for (const table of besideNames) await target.table(table).clear()
  })
  target.close()
}
