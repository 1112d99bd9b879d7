import { mostActionsAtOnce, protocolVersion, type Protocol } from '../../shared/sync/messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import type { ReadyMessageRow } from '../local/database.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readWaiting } from '../local/read.ts'
import { readSendMarks } from '../local/send-marks.ts'
import { messageOf, type Sender } from './message-of.ts'

const placeOf = ({ upTo }: Pick<ReadyMessageRow, 'upTo'>) => `readyMessages/${upTo}`

/**
 * Makes messages of what waits while there is no line: when it comes, for minutes perhaps, they only have to go out. The
 * actions stay in the outbox, which alone says what waits; a message that no longer fits it is not used. `size`: actions in
 * each; longer ones that were made before are made anew.
 */
export async function makeAhead(
  store: DeskStore,
  { station, device }: Pick<Sender, 'station' | 'device'>,
  size = mostActionsAtOnce,
): Promise<void> {
  const { database, codec } = store
  let behind = await dropUnfit(store, size)
  for (;;) {
    const waiting = await readWaiting(store, size, behind)
    const last = waiting.at(-1)
    if (!last || waiting.length < size) return
    const head = { protocol: protocolVersion, station, device }
    const body = pack(await messageOf(store, head, waiting))
    const upTo = last.place
    const sealed = await codec.sealBytes(body, placeOf({ upTo }))
    const ids = waiting.map(({ action }) => action.id)
    await database.readyMessages.put({ upTo, behind, ids, protocol: protocolVersion, sealed })
    behind = upTo
  }
}

/** The message that was made of the actions right behind a place; undefined where none was, or none that fits. */
export async function readMadeAhead(store: DeskStore, behind: number, most: number, protocol: Protocol) {
  const row = await nextRow(store, behind)
  if (!row || row.protocol !== protocol || row.ids.length > most) return undefined
  if (!(await fits(store, row, behind))) return undefined
  const { upTo, ids, sealed } = row
  return { upTo, ids, body: await store.codec.openBytes(sealed, placeOf(row)) }
}

/** How many actions the next message holds that was made ahead; 0 without any. */
export async function sizeMadeAhead(store: DeskStore): Promise<number> {
  const { keptUpTo } = await readSendMarks(store.database)
  const row = await nextRow(store, keptUpTo)
  return row?.behind === keptUpTo ? row.ids.length : 0
}

/** Everything went out. */
export async function forgetMadeAhead({ database: { readyMessages } }: DeskStore): Promise<void> {
  if ((await readyMessages.limit(1).primaryKeys()).length > 0) await readyMessages.clear()
}

/** Leaves only messages of that size or less that follow one another from what the city has on; the place behind which the next one begins. */
async function dropUnfit(store: DeskStore, size: number): Promise<number> {
  const { readyMessages } = store.database
  let { keptUpTo: behind } = await readSendMarks(store.database)
  for (const row of await readyMessages.orderBy('upTo').toArray()) {
    const isUsable = row.protocol === protocolVersion && row.ids.length <= size
    if (isUsable && (await fits(store, row, behind))) behind = row.upTo
    else await readyMessages.delete(row.upTo)
  }
  return behind
}

/** Whether exactly its actions wait between its places. */
async function fits({ database }: DeskStore, row: ReadyMessageRow, behind: number): Promise<boolean> {
  if (row.behind !== behind) return false
  const ids = await database.outbox.where('place').between(behind, row.upTo, false, true).primaryKeys()
  return ids.length === row.ids.length && ids.every((id, at) => id === row.ids[at])
}

function nextRow({ database }: DeskStore, behind: number): Promise<ReadyMessageRow | undefined> {
  return database.readyMessages.where('upTo').above(behind).first()
}
