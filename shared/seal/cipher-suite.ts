import { utf8ToBytes } from '@noble/hashes/utils.js'

/** The algorithms that a machine seals with: one of these names stands in its keyring for good. */
export type SuiteName = 'aes-256-gcm' | 'sm4-gcm'

/** Bytes of a key as it is kept and derived; a suite that needs fewer takes the first of them. */
export const keyBytes = 32
export const nonceBytes = 12

/**
 * One family of algorithms behind one port. Sealed bytes are: the suite's mark (1), a nonce (12), the ciphertext and its
 * tag (16). `place` names where the bytes rest and is bound to them, so that rows cannot change places.
 */
export interface CipherSuite {
  readonly name: SuiteName
  /** First byte of everything it seals. */
  readonly mark: number
  /** `nonce` is 12 fresh random bytes. */
  readonly seal: (key: Uint8Array, nonce: Uint8Array, plain: Uint8Array, place: string) => Uint8Array
  /** Undefined when the bytes were not sealed with this key for this place. */
  readonly open: (key: Uint8Array, sealed: Uint8Array, place: string) => Uint8Array | undefined
  /** A key of its own for a purpose: HKDF without salt, 32 bytes. */
  readonly derive: (key: Uint8Array, purpose: string) => Uint8Array
  /** A keyed digest in hexadecimal: equal texts give equal digests, and nothing leads back without the key. */
  readonly digest: (key: Uint8Array, text: string) => string
}

export function bytesOfText(text: string): Uint8Array {
  return utf8ToBytes(text)
}

/** The parts of sealed bytes; undefined when they are too short or marked by another suite. */
export function partsOf(
  sealed: Uint8Array,
  mark: number,
): { readonly nonce: Uint8Array; readonly body: Uint8Array } | undefined {
  if (sealed.length < 1 + nonceBytes + 16 || sealed[0] !== mark) return undefined
  return { nonce: sealed.subarray(1, 1 + nonceBytes), body: sealed.subarray(1 + nonceBytes) }
}

export function joinParts(mark: number, nonce: Uint8Array, body: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(1 + nonceBytes + body.length)
  sealed[0] = mark
  sealed.set(nonce, 1)
  sealed.set(body, 1 + nonceBytes)
  return sealed
}
