import { utf8ToBytes } from '@noble/hashes/utils.js'

export interface PossessionClaim {
  readonly challenge: string
  readonly station: string
  readonly device: string
  /** Hexadecimal. */
  readonly publicKey: string
}

/** What a machine signs to show that it holds the secret half of `publicKey`: a name of its own keeps it from being anything else. */
export function possessionMessage({ challenge, station, device, publicKey }: PossessionClaim): Uint8Array {
  return utf8ToBytes(JSON.stringify(['hukou-desk-possession', challenge, station, device, publicKey]))
}
