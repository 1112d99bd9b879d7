/** A numbered entry as the journal on disk holds it. */
export interface JournalEntry {
  readonly n: number
  readonly body: Uint8Array
}

/** The append-only journal outside IndexedDB. Appending an entry it already has changes nothing. */
export interface JournalPort {
  readonly append: (entries: readonly JournalEntry[]) => Promise<void>
  /** Entries after `n`, oldest first, at most `limit`. */
  readonly read: (after: number, limit: number) => Promise<readonly JournalEntry[]>
  /** Number of the last entry; 0 for an empty journal. */
  readonly last: () => Promise<number>
}
