import { cityHeardMark } from '../local/city-heard.ts'
import type { DeskStore } from '../local/desk-store.ts'

/** So often the journal gets a line of it, milliseconds: what is told from it counts days. */
const notedAgainAfter = 3_600_000

/**
 * Notes when the city was heard: now, or when it made what a stick brought, which may be older than what is known. A note
 * from the future, of a clock that was wrong, is put right. All ISO 8601.
 */
export async function noteCityHeard(store: DeskStore, now: string, madeAt = now): Promise<void> {
  const heard = madeAt < now ? madeAt : now
  const mark = await store.database.meta.get(cityHeardMark)
  const known = typeof mark?.value === 'string' ? Date.parse(mark.value) : -Infinity
  const isOfTheFuture = known > Date.parse(now)
  if (!isOfTheFuture && Date.parse(heard) - known < notedAgainAfter) return
  await store.write(() => ({ kind: 'city-heard', at: heard }))
}
