import { utf8ToBytes } from '@noble/hashes/utils.js'

export interface Presence {
  readonly challenge: string
  readonly station: string
  readonly device: string
  /** Of the person's own signing key. */
  readonly keyId: string
}

/** What somebody's key signs to show that its owner sits at that machine now: no other signature passes for it. */
export function presenceMessage({ challenge, station, device, keyId }: Presence): Uint8Array {
  return utf8ToBytes(JSON.stringify(['hukou-desk-presence', challenge, station, device, keyId]))
}
