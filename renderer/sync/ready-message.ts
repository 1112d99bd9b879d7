import { oldestProtocol } from '../../shared/sync/messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readWaiting } from '../local/read.ts'
import { readSendMarks } from '../local/send-marks.ts'
import type { MessageBody } from './line-port.ts'
import { readMadeAhead } from './make-ahead.ts'
import { messageOf, type Sender } from './message-of.ts'

/** A message that can go out as it is, once it is written down that it does. */
export interface ReadyMessage {
  /** Of its actions. */
  readonly ids: readonly string[]
  readonly body: MessageBody
  /** More wait behind it. */
  readonly moreFollows: boolean
  /** The place of the last one. */
  readonly upTo: number
}

/**
 * The message of the oldest actions of the outbox that the city does not keep, or of the oldest behind a place. Undefined
 * when none wait.
 */
export async function makeReady(
  store: DeskStore,
  sender: Sender,
  most: number,
  behind?: number,
): Promise<ReadyMessage | undefined> {
  const from = behind ?? (await readSendMarks(store.database)).keptUpTo
  const { protocol = oldestProtocol } = sender
  const made =
    (await readMadeAhead(store, from, most, protocol)) ?? (await makeNow(store, sender, most, from))
  if (!made) return undefined
  const moreFollows = (await store.database.outbox.where('place').above(made.upTo).first()) !== undefined
  return { ...made, moreFollows }
}

/**
 * Marks the actions of a message as on their way, durably, before its bytes go; only a verdict takes them off the outbox.
 * `keptUpTo`: the city keeps everything up to there since the message before.
 */
export async function markOnItsWay(
  store: DeskStore,
  { now }: Sender,
  { upTo }: ReadyMessage,
  keptUpTo?: number,
): Promise<void> {
  const kept = keptUpTo === undefined ? {} : { keptUpTo }
  await store.write(() => ({ kind: 'sent-up-to', upTo, ...kept, at: now() }))
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
