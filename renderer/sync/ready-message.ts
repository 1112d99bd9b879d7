import { oldestProtocol } from '../../shared/sync/messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readWaiting } from '../local/read.ts'
import { readSendMarks } from '../local/send-marks.ts'
import type { MessageBody } from './line-port.ts'
import { readMadeAhead } from './make-ahead.ts'
import { messageOf, type Sender } from './message-of.ts'

/** A message that can go out as it is: its actions are marked as on their way. */
export interface ReadyMessage {
  /** Of its actions. */
  readonly ids: readonly string[]
  readonly body: MessageBody
  /** More wait behind it. */
  readonly moreFollows: boolean
  /** The place of the last one. */
  readonly upTo: number
}

/** Where a message begins, and what is written down with it. */
interface Begin {
  /** The place behind which it begins; behind what the city keeps unless told otherwise. */
  readonly behind?: number
  /** The city keeps everything up to here since the last message. */
  readonly keptUpTo?: number | undefined
}

/**
 * The message of the oldest actions of the outbox that the city does not keep, or of the oldest behind a place. They are
 * marked as on their way before it is there; only a verdict takes them off. Undefined when none wait.
 */
export async function makeReady(
  store: DeskStore,
  sender: Sender,
  most: number,
  { behind, keptUpTo }: Begin = {},
): Promise<ReadyMessage | undefined> {
  const from = behind ?? (await readSendMarks(store.database)).keptUpTo
  const { protocol = oldestProtocol } = sender
  const made =
    (await readMadeAhead(store, from, most, protocol)) ?? (await makeNow(store, sender, most, from))
  if (!made) return undefined
  const { upTo } = made
  const kept = keptUpTo === undefined ? {} : { keptUpTo }
  await store.write(() => ({ kind: 'sent-up-to', upTo, ...kept, at: sender.now() }))
  const moreFollows = (await store.database.outbox.where('place').above(upTo).first()) !== undefined
  return { ...made, moreFollows }
}

async function makeNow(
  store: DeskStore,
  { station, device, protocol = oldestProtocol }: Sender,
  most: number,
  behind: number,
) {
  const waiting = await readWaiting(store, most, behind)
  const last = waiting.at(-1)
  if (!last) return undefined
  const message = await messageOf(store, { protocol, station, device }, waiting)
  const body = protocol === oldestProtocol ? JSON.stringify(message) : pack(message)
  return { ids: message.actions.map(({ id }) => id), body, upTo: last.place }
}
