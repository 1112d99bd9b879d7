import type { PlainDate } from '../base/plain-date.ts'
import type { RegisterEntry } from '../register/register-entry.ts'

interface ItemWithHistory<Value> {
  readonly entries: readonly RegisterEntry[] | undefined
  /** The item in the words of the history. */
  readonly item: string
  /** What the record says today. */
  readonly now: Value
}

/** What an item of a record said at the end of a day: today's word, or what the first later change found there. */
export function itemOn<Value>(
  { entries, item, now }: ItemWithHistory<Value>,
  day: PlainDate,
): Value | string {
  const later = entries?.filter((entry) => entry.item === item && entry.on > day)
  return later?.toSorted((one, other) => (one.on < other.on ? -1 : 1))[0]?.before ?? now
}
