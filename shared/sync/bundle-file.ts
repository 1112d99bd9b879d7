import { Decrypter, Encrypter } from 'age-encryption'
import { ed25519 } from '@noble/curves/ed25519.js'
import { concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { bech32 } from '@scure/base'
import { z } from 'zod'
import { algorithmNamed } from '../proof/signature-port.ts'
import { bytesOfText } from '../seal/cipher-suite.ts'

/** Which way a bundle goes: from a station's machine to the city, or the city's answer back to that machine. */
export type BundleKind = 'station' | 'answer'

const formats = {
  station: 'hukou-desk-bundle-1',
  answer: 'hukou-desk-bundle-answer-1',
} as const satisfies Record<BundleKind, string>

/** What a bundle's content may come to once unpacked, bytes: a month of a busy station is a tenth of it. */
export const mostUnpackedBundleBytes = 128 * 1024 * 1024
/** What a bundle's file may come to, bytes. */
export const mostBundleFileBytes = 48 * 1024 * 1024

const algorithm = algorithmNamed('ed25519')
const lineFeed = 10

const signatureSchema = z.object({
  publicKey: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})

/**
 * A bundle as a file: a line that names its format, then an age file (age-encryption.org/v1) for one X25519 recipient.
 * In it: a line of JSON with signer and signature, then the packed content. Signed are format, recipient and content, so
 * that a bundle sealed anew for somebody else, or turned round, has no valid signature. `packed` is gzipped JSON.
 */
export async function sealBundle(
  kind: BundleKind,
  packed: Uint8Array,
  { to, secret }: { readonly to: string; readonly secret: Uint8Array },
): Promise<Uint8Array> {
  const signature = algorithm.sign(secret, signedMessage(kind, to, packed))
  const signer = JSON.stringify({ publicKey: algorithm.publicKeyOf(secret), signature })
  const encrypter = new Encrypter()
  encrypter.addRecipient(recipientOf(to))
  const sealed = await encrypter.encrypt(concatBytes(bytesOfText(`${signer}\n`), packed))
  return concatBytes(bytesOfText(`${formats[kind]}\n`), sealed)
}

export type OpenedBundle =
  | {
      readonly ok: true
      readonly packed: Uint8Array
      /** Who signed it, hexadecimal: whether that key counts is for the reader to say. */
      readonly publicKey: string
    }
  | { readonly ok: false; readonly why: 'not-a-bundle' | 'other-way' | 'does-not-open' | 'forged' }

/** Opens a bundle with the reader's own secret key. Nothing is unpacked yet: the signer is to be looked at first. */
export async function openBundle(
  kind: BundleKind,
  file: Uint8Array,
  secret: Uint8Array,
): Promise<OpenedBundle> {
  const { line: format, rest } = splitLine(file)
  if (format !== formats[kind])
    return { ok: false, why: format === formats[otherWay[kind]] ? 'other-way' : 'not-a-bundle' }
  const inner = await decrypt(rest, secret)
  if (!inner) return { ok: false, why: 'does-not-open' }
  const { line, rest: packed } = splitLine(inner)
  const signer = readSigner(line)
  const own = algorithm.publicKeyOf(secret)
  if (!signer || !algorithm.verify(signer.publicKey, signedMessage(kind, own, packed), signer.signature))
    return { ok: false, why: 'forged' }
  return { ok: true, packed, publicKey: signer.publicKey }
}

const otherWay = { station: 'answer', answer: 'station' } as const

async function decrypt(sealed: Uint8Array, secret: Uint8Array): Promise<Uint8Array | undefined> {
  try {
    const decrypter = new Decrypter()
    decrypter.addIdentity(identityOf(secret))
    return await decrypter.decrypt(sealed)
  } catch {
    // The library throws for another recipient, a cut file and changed bytes alike.
    return undefined
  }
}

function signedMessage(kind: BundleKind, to: string, packed: Uint8Array): Uint8Array {
  return concatBytes(bytesOfText(`${formats[kind]}\n${to}\n`), packed)
}

/**
 * One key a party: the X25519 half follows from the Ed25519 key that signs (RFC 7748 section 4.1, the birational map),
 * as in age's own use of Ed25519 keys. So whose key the city certified is also whom it writes to.
 */
function recipientOf(publicKey: string): string {
  return bech32.encodeFromBytes('age', ed25519.utils.toMontgomery(hexToBytes(publicKey)))
}

function identityOf(secret: Uint8Array): string {
  return bech32.encodeFromBytes('age-secret-key-', ed25519.utils.toMontgomerySecret(secret)).toUpperCase()
}

function splitLine(bytes: Uint8Array): { readonly line: string; readonly rest: Uint8Array } {
  const end = bytes.subarray(0, 400).indexOf(lineFeed)
  if (end < 0) return { line: '', rest: bytes }
  return { line: String.fromCharCode(...bytes.subarray(0, end)), rest: bytes.subarray(end + 1) }
}

function readSigner(line: string): z.infer<typeof signatureSchema> | undefined {
  try {
    return signatureSchema.parse(JSON.parse(line))
  } catch {
    return undefined
  }
}
