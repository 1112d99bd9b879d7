import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { fromBase64, toBase64 } from './base64.ts'

/**
 * A journal is text, one entry a line: {"n":7,"sum":"…","body":"…"}. `sum` is SHA-256 (64 hex digits) over the sum
 * before it, `n` and the body, so that no line can be changed, dropped or moved without the chain showing it.
 * The station's desk and the city's embedded store keep the same kind of journal.
 */
export interface JournalLine {
  readonly n: number
  readonly sum: string
  readonly body: Uint8Array
}

/** The sum before the first line. */
export const chainStart = '0'.repeat(64)

/** What is wrong with a line: not a line at all, a number out of turn, or a body that does not fit its sum. */
export type LineFault = 'shape' | 'number' | 'sum'

const lineSchema = z.object({
  n: z.number().int().min(1),
  sum: z.string().regex(/^[0-9a-f]{64}$/),
  body: z.string(),
})

/** Sum of entry `n` behind `previousSum`. */
export function chainSum(previousSum: string, n: number, body: Uint8Array): string {
  return bytesToHex(sha256(concatBytes(hexToBytes(previousSum), numberBytes(n), body)))
}

/** The line of entry `n` without its line feed, and the sum that the next one builds on. */
export function writeJournalLine(
  previousSum: string,
  n: number,
  body: Uint8Array,
): { readonly text: string; readonly sum: string } {
  const sum = chainSum(previousSum, n, body)
  return { text: JSON.stringify({ n, sum, body: toBase64(body) }), sum }
}

/** Reads a line that must be entry `n` behind `previousSum`. */
export function readJournalLine(
  text: string,
  previousSum: string,
  n: number,
): { readonly ok: true; readonly line: JournalLine } | { readonly ok: false; readonly fault: LineFault } {
  const line = parseJournalLine(text)
  if (!line) return { ok: false, fault: 'shape' }
  if (line.n !== n) return { ok: false, fault: 'number' }
  if (line.sum !== chainSum(previousSum, n, line.body)) return { ok: false, fault: 'sum' }
  return { ok: true, line }
}

/** Reads a line without its place in the chain; undefined when it is not one. */
export function parseJournalLine(text: string): JournalLine | undefined {
  const raw = lineSchema.safeParse(jsonOrNothing(text))
  if (!raw.success) return undefined
  const body = fromBase64(raw.data.body)
  return body && { n: raw.data.n, sum: raw.data.sum, body }
}

function jsonOrNothing(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/** Eight bytes, most significant first. */
function numberBytes(n: number): Uint8Array {
  const bytes = new Uint8Array(8)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(n))
  return bytes
}
