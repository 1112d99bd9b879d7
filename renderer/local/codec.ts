import type { PageKeys } from '../../shared/ipc/account-channels.ts'
import {
  bytesOfText,
  joinParts,
  nonceBytes,
  partsOf,
  type CipherSuite,
} from '../../shared/seal/cipher-suite.ts'
import { suiteNamed } from '../../shared/seal/suites.ts'

/**
 * Everything that rests on disk passes through one codec, in and out. `place` names where the bytes rest (table and
 * key) and is bound to them: a row that was moved, changed or sealed elsewhere does not open.
 */
export interface Codec {
  readonly seal: (value: unknown, place: string) => Promise<Uint8Array>
  /** Throws `UnreadableBytes` when the bytes were not sealed by this codec at this place. */
  readonly open: (bytes: Uint8Array, place: string) => Promise<unknown>
  /** The same for bytes as they are. */
  readonly sealBytes: (bytes: Uint8Array, place: string) => Promise<Uint8Array>
  readonly openBytes: (bytes: Uint8Array, place: string) => Promise<Uint8Array<ArrayBuffer>>
  /** An index key for a text that must not stand in clear: equal texts give equal digests. */
  readonly digest: (text: string) => string
}

export class UnreadableBytes extends Error {
  constructor(place: string) {
    super(`bytes at ${place} cannot be read`)
    this.name = 'UnreadableBytes'
  }
}

const text = new TextDecoder()

/** How bytes are sealed and opened, whatever stands in them. */
interface Cipher {
  readonly seal: (plain: Uint8Array, place: string) => Promise<Uint8Array>
  readonly open: (sealed: Uint8Array, place: string) => Promise<Uint8Array | undefined>
}

/** JSON, sealed with the keys that signing in gave the page. The raw key bytes are wiped here. */
export async function sealedCodec({ suite: name, records, index }: PageKeys): Promise<Codec> {
  const suite = suiteNamed(name)
  const cipher =
    suite.name === 'aes-256-gcm' ? await browserCipher(records, suite.mark) : ownCipher(suite, records)
  const openBytes = async (bytes: Uint8Array, place: string) => {
    const plain = await cipher.open(bytes, place)
    if (!plain) throw new UnreadableBytes(place)
    return plain
  }
  return {
    seal: (value, place) => cipher.seal(bytesOfText(JSON.stringify(value)), place),
    open: async (bytes, place) => JSON.parse(text.decode(await openBytes(bytes, place))) as unknown,
    sealBytes: cipher.seal,
    openBytes: async (bytes, place) => new Uint8Array(await openBytes(bytes, place)),
    digest: (text) => suite.digest(index, text),
  }
}

/** AES-GCM by the browser: hundreds of megabytes a second, and a key that nobody can read back out of the page. */
async function browserCipher(raw: Uint8Array, mark: number): Promise<Cipher> {
  const key = await crypto.subtle.importKey('raw', new Uint8Array(raw), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ])
  raw.fill(0)
  return {
    seal: async (plain, place) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      const body = await crypto.subtle.encrypt(settings(nonce, place), key, new Uint8Array(plain))
      return joinParts(mark, nonce, new Uint8Array(body))
    },
    open: async (sealed, place) => {
      const parts = partsOf(sealed, mark)
      if (!parts) return undefined
      try {
        const plain = await crypto.subtle.decrypt(
          settings(parts.nonce, place),
          key,
          new Uint8Array(parts.body),
        )
        return new Uint8Array(plain)
      } catch {
        // OperationError: the tag does not fit.
        return undefined
      }
    },
  }
}

function settings(nonce: Uint8Array, place: string) {
  return {
    name: 'AES-GCM',
    iv: new Uint8Array(nonce),
    additionalData: new Uint8Array(bytesOfText(place)),
  }
}

/** The browser knows no national algorithms: those run in the page, slower. */
function ownCipher(suite: CipherSuite, raw: Uint8Array): Cipher {
  return {
    seal: (plain, place) => {
      const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
      return Promise.resolve(suite.seal(raw, nonce, plain, place))
    },
    open: (sealed, place) => Promise.resolve(suite.open(raw, sealed, place)),
  }
}
