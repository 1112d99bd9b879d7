import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import type { Checkpoint } from '../../shared/ipc/checkpoint-channels.ts'
import { besideNames, tableNames, type DeskDatabase } from './database.ts'
import type { JournalPort } from './journal-port.ts'

/** Checkpoints beside the journal. What they hand out is whole and unchanged; whether it fits is found out here. */
export interface CheckpointPort {
  readonly keep: (checkpoint: Checkpoint) => Promise<void>
  /** Number of the newest one; 0 without any. */
  readonly last: () => Promise<number>
  /** The newest one below that number of an entry. */
  readonly newest: (below: number) => Promise<Checkpoint | undefined>
}

/** What stands on this machine: the database, and the journal that it is folded from. */
interface Standing {
  readonly database: DeskDatabase
  readonly journal: JournalPort
}

/** Entries behind a checkpoint before another one is worth its time: they are folded in a few seconds. */
const entriesBetween = 500

/** Takes a checkpoint when enough came since the last one; the clerk's work goes on. Tells its number. */
export async function takeCheckpointWhenDue(
  store: Standing,
  checkpoints: CheckpointPort,
  between = entriesBetween,
): Promise<number | undefined> {
  const n = await sequenceOf(store.database)
  if (n - (await checkpoints.last()) < between) return undefined
  const checkpoint = await takeCheckpoint(store)
  if (checkpoint) await checkpoints.keep(checkpoint)
  return checkpoint?.n
}

/** Every row as it stands now. None while the disk has not taken the last entries: they are not in the journal yet. */
async function takeCheckpoint({ database, journal }: Standing): Promise<Checkpoint | undefined> {
  const taken = await database.transaction('r', [...tableNames], async () => {
    if ((await database.journalQueue.count()) > 0) return undefined
    const rows = await Promise.all(
      tableNames.map(async (name) => [name, await database.table<object>(name).toArray()] as const),
    )
    return { n: await sequenceOf(database), rows }
  })
  if (!taken || taken.n === 0) return undefined
  const { n, rows } = taken
  const entry = await entryDigest(journal, n)
  if (entry === undefined) return undefined
  const tables = Object.fromEntries(rows.map(([name, all]) => [name, all.map((row) => ({ ...row }))]))
  return { n, entry, schema: database.verno, tables }
}

/**
 * Puts the newest checkpoint that belongs to this journal into an empty database, so that only what came after it is folded.
 * Tells its number; 0 when the whole journal has to be.
 */
export async function startFromCheckpoint(
  database: DeskDatabase,
  journal: JournalPort,
  checkpoints: CheckpointPort,
): Promise<number> {
  if ((await sequenceOf(database)) > 0) return 0
  let below = (await journal.last()) + 1
  while (below > 1) {
    const checkpoint = await checkpoints.newest(below)
    if (!checkpoint) return 0
    if (await fits(checkpoint, database, journal)) {
      await putRows(checkpoint, database)
      return checkpoint.n
    }
    below = checkpoint.n
  }
  return 0
}

/** Of this version of the database, with tables that it has, and of this journal. */
async function fits(
  { n, entry, schema, tables }: Checkpoint,
  database: DeskDatabase,
  journal: JournalPort,
): Promise<boolean> {
  const known: ReadonlySet<string> = new Set(tableNames)
  const isOfThisProgram = schema === database.verno && Object.keys(tables).every((name) => known.has(name))
  return isOfThisProgram && (await entryDigest(journal, n)) === entry
}

async function putRows({ tables }: Checkpoint, database: DeskDatabase): Promise<void> {
  await database.transaction('rw', [...tableNames, ...besideNames], async () => {
    for (const name of tableNames) {
      await database.table(name).clear()
      await database.table<object>(name).bulkPut(tables[name] ?? [])
    }
    for (const name of besideNames) await database.table(name).clear()
  })
}

async function entryDigest(journal: JournalPort, n: number): Promise<string | undefined> {
  const [entry] = await journal.read(n - 1, 1)
  return entry?.n === n ? bytesToHex(sha256(entry.body)) : undefined
}

async function sequenceOf(database: DeskDatabase): Promise<number> {
  const row = await database.meta.get('sequence')
  return typeof row?.value === 'number' ? row.value : 0
}
