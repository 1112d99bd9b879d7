import type { DeskStore } from '../local/desk-store.ts'
import { readSendMarks } from '../local/send-marks.ts'

/** Whether the city keeps something that it has not judged, as far as it is known here. */
export async function isSomethingKept(store: DeskStore): Promise<boolean> {
  // The first one will do: the browser counts row by row.
  return (await (await keptRows(store)).first()) !== undefined
}

/** Whether something waits that the city does not even keep. */
export async function isSomethingUnsent({ database }: DeskStore): Promise<boolean> {
  const { keptUpTo } = await readSendMarks(database)
  return (await database.outbox.where('place').above(keptUpTo).first()) !== undefined
}

/** What the city keeps, in the order in which it was sent. */
export async function keptIds(store: DeskStore): Promise<string[]> {
  const rows = await (await keptRows(store)).sortBy('place')
  return rows.map(({ id }) => id)
}

async function keptRows({ database }: DeskStore) {
  const { keptUpTo } = await readSendMarks(database)
  return database.outbox.where('place').belowOrEqual(keptUpTo)
}
