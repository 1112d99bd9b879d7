import { cityHeardMark } from '../local/city-heard.ts'
import type { DeskStore } from '../local/desk-store.ts'

/** So often the journal gets a line of it, milliseconds: what is told from it counts days. */
const notedAgainAfter = 3_600_000

/** Notes that the city was heard now. A note from the future, of a clock that was wrong, is put right. */
export async function noteCityHeard(store: DeskStore, now: string): Promise<void> {
  const mark = await store.database.meta.get(cityHeardMark)
  const passed = typeof mark?.value === 'string' ? Date.parse(now) - Date.parse(mark.value) : Infinity
  if (passed >= 0 && passed < notedAgainAfter) return
  await store.write(() => ({ kind: 'city-heard', at: now }))
}
