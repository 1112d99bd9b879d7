import type { ChannelName, EventName } from './channel-names.ts'

/** What preload puts on the window as `station`. Only renderer/station.ts speaks to it, and checks all it says. */
export interface StationBridge {
  /** Resolves to an `Answer` (shared/ipc/answer.ts); rejects only when the machine itself is gone. */
  call(this: void, channel: ChannelName, request: unknown): Promise<unknown>
  /** Calls the listener for each event; returns the way to stop it. */
  on(this: void, event: EventName, listener: (payload: unknown) => void): () => void
}
