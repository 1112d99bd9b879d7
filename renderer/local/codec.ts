/**
 * Everything that rests on disk passes through one codec, in and out, so that encryption is added in one place.
 * `place` names where the bytes rest (table and key); an encrypting codec binds the bytes to it.
 */
export interface Codec {
  readonly seal: (value: unknown, place: string) => Promise<Uint8Array>
  /** Throws `UnreadableBytes` when the bytes were not sealed by this codec at this place. */
  readonly open: (bytes: Uint8Array, place: string) => Promise<unknown>
  /** An index key for a text that must not stand in clear: equal texts give equal digests. */
  readonly digest: (text: string) => string
}

export class UnreadableBytes extends Error {
  constructor(place: string) {
    super(`bytes at ${place} cannot be read`)
    this.name = 'UnreadableBytes'
  }
}

/** First byte of what the plain codec writes; an encrypting codec takes another, so that the two are never confused. */
const plainMark = 1

/** JSON behind a one-byte mark. */
export const plainCodec: Codec = {
  seal: (value) => {
    const text = new TextEncoder().encode(JSON.stringify(value))
    const sealed = new Uint8Array(text.length + 1)
    sealed[0] = plainMark
    sealed.set(text, 1)
    return Promise.resolve(sealed)
  },
  open: (bytes, place) => {
    if (bytes[0] !== plainMark) return Promise.reject(new UnreadableBytes(place))
    return Promise.resolve(JSON.parse(new TextDecoder().decode(bytes.subarray(1))))
  },
  digest: (text) => text,
}
