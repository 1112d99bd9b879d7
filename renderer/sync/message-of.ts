import { protocolVersion, type Protocol, type SendActions } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import type { WayMemory } from './way-memory.ts'
import { openSignatures, type Waiting } from '../local/read.ts'

export interface Sender {
  readonly station: string
  readonly device: string
  readonly now: () => string
  /** The version that city and desk both speak; the oldest one unless told otherwise. */
  readonly protocol?: Protocol
  /** Actions in a first message; `actionsPerMessage` unless told otherwise. */
  readonly firstMessage?: number
  /** What earlier contacts taught about the way to the city. */
  readonly way?: WayMemory
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
