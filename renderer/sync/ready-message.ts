import type { Action } from '../../shared/cases/action.ts'
import {
  oldestProtocol,
  protocolVersion,
  type Protocol,
  type SendActions,
} from '../../shared/sync/messages.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readSignatures, readWaiting } from '../local/read.ts'
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
  /** As many actions as were asked for: more may wait behind them. */
  readonly isFull: boolean
  /** The place of the last one. */
  readonly upTo: number
}

/**
 * Makes a message of the oldest actions of the outbox, or of the oldest behind a place. They are marked as on their
 * way before they are; only a verdict takes them off. Undefined when none wait.
 */
export async function makeReady(
  store: DeskStore,
  sender: Sender,
  most: number,
  behind?: number,
): Promise<ReadyMessage | undefined> {
  const waiting = await readWaiting(store, most, behind)
  const actions = waiting.map(({ action }) => action)
  const last = waiting.at(-1)
  if (!last) return undefined
  await store.write(() => ({ kind: 'sending', ids: actions.map(({ id }) => id), at: sender.now() }))
  const { station, device, protocol = oldestProtocol } = sender
  const message = await messageOf(store, { protocol, station, device }, actions)
  const body = protocol === oldestProtocol ? JSON.stringify(message) : pack(message)
  return { actions, body, isFull: actions.length === most, upTo: last.place }
}

/** The message of some waiting actions; their signatures go along where the version knows them. */
export async function messageOf(
  store: DeskStore,
  head: Pick<SendActions, 'protocol' | 'station' | 'device'>,
  actions: readonly Action[],
): Promise<SendActions> {
  const message = { ...head, actions: [...actions] }
  if (head.protocol !== protocolVersion) return message
  const ids = actions.map(({ id }) => id)
  return { ...message, signatures: await readSignatures(store, ids) }
}
