import type { Codec } from './codec.ts'
import { EntryTally, tablesCounted, type EntryCounts } from './count-entries.ts'
import type { DeskStore } from './desk-store.ts'
import { entrySchema, type Entry } from './entry.ts'
import type { JournalPort } from './journal-port.ts'

/** Journal entries read at a time. */
const step = 200

/** What the entries say by themselves; or the first that does not open, or that only a newer program can read. */
export type Tallied =
  | { readonly ok: true; readonly counts: EntryCounts; readonly lastAt: string | undefined }
  | { readonly ok: false; readonly n: number; readonly why: 'sealed-otherwise' | 'newer-program' }

/** Reads every entry without folding any. */
export async function tallyJournal(
  journal: Pick<JournalPort, 'read' | 'last'>,
  codec: Codec,
  progress: (done: number, total: number) => void = () => undefined,
): Promise<Tallied> {
  const counted = new EntryTally()
  const last = await journal.last()
  let lastAt: string | undefined
  for (let n = 0; n < last;) {
    for (const line of await journal.read(n, step)) {
      const content = await codec.open(line.body, `journal/${line.n}`).catch(() => undefined)
      if (content === undefined) return { ok: false, n: line.n, why: 'sealed-otherwise' }
      const entry = entrySchema.safeParse(content)
      if (!entry.success) return { ok: false, n: line.n, why: 'newer-program' }
      counted.add(entry.data)
      lastAt = instantOf(entry.data) ?? lastAt
      n = line.n
    }
    progress(n, last)
  }
  return { ok: true, counts: counted.counts, lastAt }
}

/** When the desk did it, ISO 8601 UTC, where the entry tells. */
function instantOf(entry: Entry): string | undefined {
  if (entry.kind === 'recorded') return entry.action.at
  if (entry.kind === 'draft-saved') return entry.draft.changedAt
  return 'at' in entry ? entry.at : undefined
}

/** How a table's rows differ from what the entries say; none where they agree. */
export interface TableDifference {
  readonly table: (typeof tablesCounted)[number]
  readonly count: number
  readonly tallied: number
}

/** Holds the tables of a folded store against the tally of its journal. */
export async function compareWithTally(
  { database }: Pick<DeskStore, 'database'>,
  tallied: EntryCounts,
): Promise<TableDifference[]> {
  const rows = await Promise.all(
    tablesCounted.map(async (table) => ({
      table,
      count: await database.table(table).count(),
      tallied: tallied[table],
    })),
  )
  return rows.filter((row) => row.count !== row.tallied)
}
