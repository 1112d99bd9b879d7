import type { Action } from '../../shared/cases/action.ts'
import {
  oldestProtocol,
  protocolVersion,
  type Protocol,
  type SendActions,
} from '../../shared/sync/messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { openSignatures, readWaiting, type Waiting } from '../local/read.ts'
import { readSendMarks } from '../local/send-marks.ts'
import type { MessageBody } from './line-port.ts'

export interface Sender {
  readonly station: string
  readonly device: string
  readonly now: () => string
  /** The version that city and desk both speak; the oldest one unless told otherwise. */
  readonly protocol?: Protocol
}

/** A message that can go out as it is: its actions are marked as on their way. */
export interface ReadyMessage {
  readonly actions: readonly Action[]
  readonly body: MessageBody
  /** More wait behind it. */
  readonly moreFollows: boolean
  /** The place of the last one. */
  readonly upTo: number
}

/**
 * Makes a message of the oldest actions of the outbox that the city does not keep, or of the oldest behind a place. They
 * are marked as on their way before they are; only a verdict takes them off. Undefined when none wait.
 */
export async function makeReady(
  store: DeskStore,
  sender: Sender,
  most: number,
  behind?: number,
): Promise<ReadyMessage | undefined> {
  const from = behind ?? (await readSendMarks(store.database)).keptUpTo
  const waiting = await readWaiting(store, most + 1, from)
  const sent = waiting.slice(0, most)
  const last = sent.at(-1)
  if (!last) return undefined
  await store.write(() => ({ kind: 'sent-up-to', upTo: last.place, at: sender.now() }))
  const { station, device, protocol = oldestProtocol } = sender
  const message = await messageOf(store, { protocol, station, device }, sent)
  const body = protocol === oldestProtocol ? JSON.stringify(message) : pack(message)
  return { actions: message.actions, body, moreFollows: waiting.length > sent.length, upTo: last.place }
}

/** The message of some waiting actions; their signatures go along where the version knows them. */
export async function messageOf(
  store: DeskStore,
  head: Pick<SendActions, 'protocol' | 'station' | 'device'>,
  waiting: readonly Waiting[],
): Promise<SendActions> {
  const message = { ...head, actions: waiting.map(({ action }) => action) }
  if (head.protocol !== protocolVersion) return message
  return { ...message, signatures: await openSignatures(store, waiting) }
}
