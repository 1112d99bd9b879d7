import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { sm3 } from 'sm-crypto-v2'
import { z } from 'zod'
import { trailDigests, type TrailDigest } from './trail-digest.ts'
import { trailEventSchema, type TrailEvent } from './trail-event.ts'

/**
 * One link: the event, and the digest of everything in the link, the digest before it included (hexadecimal). A chain
 * begins with SHA-256; after an event 'digest-chosen' the links that follow stand on the digest that it names.
 */
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

/** The end of a chain, as far as the next link needs it. */
export interface TrailEnd {
  readonly n: number
  readonly digest: string
  /** What the next link's digest is made with. */
  readonly by: TrailDigest
}

/** An empty chain. */
export const emptyTrail: TrailEnd = { n: 0, digest: trailStart, by: 'sha-256' }

/** The next link. The event is written in its schema's order of items, in which it is read back and proved. */
export function nextLine(end: TrailEnd, given: TrailEvent, at: string): TrailLine {
  const event = trailEventSchema.parse(given)
  const open = { n: end.n + 1, at, event, before: end.digest }
  return { ...open, digest: digestOf(open, end.by) }
}

/** The end of a chain whose last link that is. */
export function endAt({ n, digest, event }: TrailLine, by: TrailDigest): TrailEnd {
  return { n, digest, by: event.what === 'digest-chosen' ? event.digest : by }
}

/** A whole chain with the digest to which it comes, or the first link that does not hold. */
export type TrailProof =
  | {
      readonly whole: true
      readonly links: number
      readonly head: string
      /** How many older links were cut off in order, their term being over. */
      readonly cut: number
    }
  | { readonly whole: false; readonly brokenAt: number; readonly why: string }

/**
 * Proves a chain from its lines as written. Any change to any line, a line taken out, put in or moved is found at the
 * first place where it shows. A beginning that was cut off is in order when a later link of the same chain says so and
 * names the digest it was cut at. What was cut off behind the last line is found only against a head kept elsewhere.
 */
export function verifyTrail(lines: readonly string[], keptHead?: string): TrailProof {
  const start = startOf(lines)
  let end = start
  const events: TrailEvent[] = []
  let seenKeptHead = keptHead === undefined
  for (const [at, text] of lines.entries()) {
    const link = linkOrFault(text, end)
    if (typeof link === 'string') return { whole: false, brokenAt: at + 1, why: link }
    end = endAt(link, end.by)
    events.push(link.event)
    seenKeptHead ||= link.digest === keptHead
  }
  if (!isCutInOrder(start, events)) {
    return { whole: false, brokenAt: 1, why: '开头的记录被切掉了，后面没有到期切除的记录。' }
  }
  if (!seenKeptHead) {
    return { whole: false, brokenAt: lines.length + 1, why: '链尾和留存的校验值对不上，后面的记录被截掉了。' }
  }
  return { whole: true, links: lines.length, head: end.digest, cut: start.n }
}

/** Where the first line says that it stands: the very beginning, or behind a cut. */
function startOf([first = '']: readonly string[]): TrailEnd {
  const line = readLine(first)
  if (!line || line.n === 1) return emptyTrail
  const before = { n: line.n - 1, digest: line.before }
  return { ...before, by: digestIn(line) ?? emptyTrail.by }
}

/** What a link's own digest was made with; undefined when it fits none. */
export function digestIn(line: TrailLine): TrailDigest | undefined {
  return trailDigests.find((each) => digestOf(line, each) === line.digest)
}

function isCutInOrder(start: TrailEnd, events: readonly TrailEvent[]): boolean {
  return (
    start.n === 0 ||
    events.some(
      (event) => event.what === 'trail-cut' && event.upTo === start.n && event.head === start.digest,
    )
  )
}

/** The link that a line is, or why it is none. */
function linkOrFault(text: string, end: TrailEnd): TrailLine | string {
  const line = readLine(text)
  if (!line) return '这一行不是一条完整的记录。'
  if (line.n !== end.n + 1) return '编号接不上，少了或者多了记录。'
  if (line.before !== end.digest) return '与上一条的校验值接不上。'
  const { digest, ...open } = line
  if (digestOf(open, end.by) !== digest) return '内容和校验值对不上，被改过。'
  // The text itself is what was written: nothing stands beside what the schema reads from it.
  return trailText(line) === text ? line : '写法和原来的不一样，被改过。'
}

/** The links that can be read, oldest first; whether they hold together is `verifyTrail`'s to say. */
export function linksOf(lines: readonly string[]): TrailLine[] {
  return lines.flatMap((text) => readLine(text) ?? [])
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

function digestOf({ n, at, event, before }: Omit<TrailLine, 'digest'>, by: TrailDigest): string {
  const bytes = utf8ToBytes(JSON.stringify([n, at, event, before]))
  return by === 'sm3' ? sm3(bytes) : bytesToHex(sha256(bytes))
}
