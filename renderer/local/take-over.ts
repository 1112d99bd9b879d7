import { must } from '../../shared/base/must.ts'
import type { DeskStore } from './desk-store.ts'
import { readRestored } from './restored.ts'
import { compareWithTally, tallyJournal, type TableDifference, type Tallied } from './tally-journal.ts'

/** What came of taking a broken machine's place: the journal's own word, and where the store differs from it. */
export interface TakenOver {
  readonly tallied: Tallied
  readonly differing: readonly TableDifference[]
}

/**
 * The first opening after this machine took a broken one's place: counts are compared, and the journal says that another
 * machine goes on from here, before any screen can take a step. Undefined when that was done before.
 */
export async function takeOver(
  store: DeskStore,
  { restoredAt, device }: { readonly restoredAt: string; readonly device: string },
  progress?: (done: number, total: number) => void,
): Promise<TakenOver | undefined> {
  if ((await readRestored(store))?.at === restoredAt) return undefined
  const tallied = await tallyJournal(store.journal, store.codec, progress)
  const differing = tallied.ok ? await compareWithTally(store, tallied.counts) : []
  const noted = await store.write(() => ({ kind: 'machine-restored', at: restoredAt, device }))
  must(noted.ok || undefined, 'the mark of a restored machine is never refused')
  return { tallied, differing }
}
