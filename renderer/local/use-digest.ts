import type { Actor } from '../../shared/cases/action.ts'
import type { DeskStore } from './desk-store.ts'
import { openDigest, readDigestRows, type Digest } from './digest.ts'
import { useLive } from './live.ts'

/** What came for a person since the last digest was closed. */
export function useDigest(store: DeskStore, person: Actor, device: string): Digest | undefined {
  return useLive(
    () => readDigestRows(store, person.userId),
    (rows) => openDigest(store, rows, person, device),
    [store, person.userId, person.policeNumber, device],
  )
}
