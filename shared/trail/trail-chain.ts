import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { z } from 'zod'
import { trailEventSchema, type TrailEvent } from './trail-event.ts'

/** One link: the event, and the digest of everything in the link, the digest before it included (SHA-256, hexadecimal). */
export const trailLineSchema = z.strictObject({
  n: z.number().int().min(1),
  /** ISO instant by the machine's clock. */
  at: z.iso.datetime(),
  event: trailEventSchema,
  before: z.string().regex(/^[0-9a-f]{64}$/),
  digest: z.string().regex(/^[0-9a-f]{64}$/),
})
export type TrailLine = z.infer<typeof trailLineSchema>

/** What the first link stands on. */
export const trailStart = '0'.repeat(64)

/** The next link of a chain; `last` is undefined for the first one. */
export function nextLine(last: TrailLine | undefined, event: TrailEvent, at: string): TrailLine {
  const open = { n: (last?.n ?? 0) + 1, at, event, before: last?.digest ?? trailStart }
  return { ...open, digest: digestOf(open) }
}

/** A whole chain with the digest to which it comes, or the first link that does not hold. */
export type TrailProof =
  | { readonly whole: true; readonly links: number; readonly head: string }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string }

/**
 * Proves a chain from its lines as written. Any change to any line, a line taken out, put in or moved is found at the
 * first place where it shows. What was cut off behind the last line is found only against a head kept elsewhere.
 */
export function verifyTrail(lines: readonly string[], keptHead?: string): TrailProof {
  let last: TrailLine | undefined
  let seenKeptHead = keptHead === undefined
  for (const [at, text] of lines.entries()) {
    const fault = faultOf(text, last)
    if (typeof fault === 'string') return { whole: false, brokenAt: at + 1, why: fault }
    last = fault
    seenKeptHead ||= last.digest === keptHead
  }
  if (!seenKeptHead) {
    return { whole: false, brokenAt: lines.length + 1, why: '链尾和留存的校验值对不上，后面的记录被截掉了。' }
  }
  return { whole: true, links: lines.length, head: last?.digest ?? trailStart }
}

/** The link that a line is, or why it is none. */
function faultOf(text: string, last: TrailLine | undefined): TrailLine | string {
  const line = readLine(text)
  if (!line) return '这一行不是一条完整的记录。'
  if (line.n !== (last?.n ?? 0) + 1) return '编号接不上，少了或者多了记录。'
  if (line.before !== (last?.digest ?? trailStart)) return '与上一条的校验值接不上。'
  const { digest, ...open } = line
  if (digestOf(open) !== digest) return '内容和校验值对不上，被改过。'
  // The text itself is what was written: nothing stands beside what the schema reads from it.
  return trailText(line) === text ? line : '写法和原来的不一样，被改过。'
}

function readLine(text: string): TrailLine | undefined {
  try {
    const parsed = trailLineSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : undefined
  } catch {
    return undefined
  }
}

/** A link as it is written down. */
export function trailText({ n, at, event, before, digest }: TrailLine): string {
  return JSON.stringify({ n, at, event, before, digest })
}

function digestOf({ n, at, event, before }: Omit<TrailLine, 'digest'>): string {
  return bytesToHex(sha256(utf8ToBytes(JSON.stringify([n, at, event, before]))))
}
