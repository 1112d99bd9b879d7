import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { fromBase64, toBase64 } from '../journal/base64.ts'
import { stationCodeSchema } from '../people/station.ts'

/**
 * What a certificate proves of itself: which sheet it is, a digest of what stands on it, for how many people and how
 * long, and which machine of which station says so. No name, number or address: those stand on the paper.
 */
export const proofContentSchema = z.object({
  /** Key of the sheet in the register, e.g. 'certificate:2026:蒙:00521788'. */
  sheet: z.string().min(1).max(80),
  /** SHA-256 of the certificate's content, 64 hexadecimal digits. */
  digest: z.string().regex(/^[0-9a-f]{64}$/),
  persons: z.number().int().min(1).max(99),
  issuedOn: plainDateSchema,
  validUntil: plainDateSchema,
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
})
export type ProofContent = z.infer<typeof proofContentSchema>

export interface Proof extends ProofContent {
  readonly keyId: string
  /** Hexadecimal. */
  readonly signature: string
}

const prefix = 'HZ1'
/** Longer than any proof: what is longer is not read at all. */
const longestText = 1000

const bodySchema = z.tuple([
  proofContentSchema.shape.sheet,
  z.string().max(60),
  proofContentSchema.shape.persons,
  proofContentSchema.shape.issuedOn,
  proofContentSchema.shape.validUntil,
  proofContentSchema.shape.station,
  proofContentSchema.shape.device,
  z.string().regex(/^[0-9a-f]{12}$/),
])

/** What is signed: the text in front of the signature, so that nothing can be read in two ways. */
export function proofMessage(content: ProofContent, keyId: string): string {
  const { sheet, digest, persons, issuedOn, validUntil, station, device } = content
  const short = toUrlBase64(hexToBytes(digest))
  const body = JSON.stringify([sheet, short, persons, issuedOn, validUntil, station, device, keyId])
  return `${prefix}.${toUrlBase64(utf8ToBytes(body))}`
}

/** The text for the QR code: letters that every reader and keyboard passes on unchanged. */
export function proofText(message: string, signature: string): string {
  return `${message}.${toUrlBase64(hexToBytes(signature))}`
}

export type ReadProof =
  | { readonly ok: true; readonly proof: Proof; readonly message: string }
  | { readonly ok: false; readonly why: 'not-ours' | 'damaged' }

/** Reads what a reader, a picture or a keyboard brought. Never throws, whatever it is. */
export function readProof(text: string): ReadProof {
  const trimmed = text.trim()
  if (!trimmed.startsWith(`${prefix}.`) || trimmed.length > longestText) return { ok: false, why: 'not-ours' }
  const [, body = '', sealed = '', ...more] = trimmed.split('.')
  const bytes = fromUrlBase64(body)
  const signature = fromUrlBase64(sealed)
  if (!bytes || signature?.length !== 64 || more.length > 0) return { ok: false, why: 'damaged' }
  // The last letter has bits to spare: a text that only reads the same is not the text that was printed.
  if (toUrlBase64(signature) !== sealed) return { ok: false, why: 'damaged' }
  const parsed = bodySchema.safeParse(jsonOrNothing(new TextOfBytes(bytes).read()))
  if (!parsed.success) return { ok: false, why: 'damaged' }
  const [sheet, short, persons, issuedOn, validUntil, station, device, keyId] = parsed.data
  const digest = fromUrlBase64(short)
  if (digest?.length !== 32) return { ok: false, why: 'damaged' }
  const content = { sheet, digest: bytesToHex(digest), persons, issuedOn, validUntil, station, device }
  const message = `${prefix}.${body}`
  // Written in any other way than ours it is not what was signed.
  if (proofMessage(content, keyId) !== message) return { ok: false, why: 'damaged' }
  return { ok: true, message, proof: { ...content, keyId, signature: bytesToHex(signature) } }
}

/** UTF-8 read by hand: shared has neither the window's decoder nor Node's Buffer. */
class TextOfBytes {
  constructor(private readonly bytes: Uint8Array) {}

  read(): string {
    const escaped = [...this.bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    try {
      return decodeURIComponent(escaped)
    } catch {
      return ''
    }
  }
}

/** A digest of anything that is written as JSON: keys in order, so that two ways of writing one thing are one. */
export function digestOfContent(content: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify(inOrder(content)))))
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    entries.sort(([one], [other]) => (one < other ? -1 : 1)).map(([name, part]) => [name, inOrder(part)]),
  )
}

function toUrlBase64(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')
}

function fromUrlBase64(text: string): Uint8Array | undefined {
  if (!/^[A-Za-z0-9_-]*$/.test(text)) return undefined
  const plain = text.replaceAll('-', '+').replaceAll('_', '/')
  return fromBase64(plain.padEnd(plain.length + ((4 - (plain.length % 4)) % 4), '='))
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}
