import { must } from '../../base/must.ts'
import { bytesOfText } from '../../seal/cipher-suite.ts'
import { bytesToUtf8 } from '@noble/ciphers/utils.js'
import { ByteReader, ByteWriter } from './bytes.ts'
import { UnreadablePack } from './unreadable-pack.ts'

/** Texts that a pack carries once, however often they occur. */
export class TableWriter {
  readonly entries: string[] = []
  readonly #places = new Map<string, number>()

  /** 0 for an entry that is new and comes next in the table; else one more than its place. */
  refer(text: string): number {
    const place = this.#places.get(text)
    if (place !== undefined) return place + 1
    this.#places.set(text, this.entries.length)
    this.entries.push(text)
    return 0
  }
}

export class TableReader {
  #next = 0

  constructor(private readonly entries: readonly string[]) {}

  read(reference: number): string {
    const place = reference === 0 ? this.#next : reference - 1
    if (reference === 0) this.#next += 1
    const entry = this.entries[place]
    if (entry === undefined || place >= this.#next) throw new UnreadablePack('no such entry')
    return entry
  }
}

/** Plain texts, ids and digests each in a table of their own: the latter two as bytes, which is half of their length. */
export interface Tables<Table> {
  readonly texts: Table
  readonly ids: Table
  readonly digests: Table
}

const idBytes = 16
const digestBytes = 32

/** Texts go as one JSON array: what a text may hold is settled there, half a surrogate pair included. */
export function writeTables(to: ByteWriter, { texts, ids, digests }: Tables<TableWriter>): void {
  const json = bytesOfText(JSON.stringify(texts.entries))
  to.count(json.length)
  to.bytes(json)
  writeHex(to, ids.entries)
  writeHex(to, digests.entries)
}

export function readTables(from: ByteReader): Tables<TableReader> {
  const json = bytesToUtf8(from.bytes(from.count()))
  return {
    texts: new TableReader(textsIn(json)),
    ids: new TableReader(readHex(from, idBytes).map(withHyphens)),
    digests: new TableReader(readHex(from, digestBytes)),
  }
}

function textsIn(json: string): string[] {
  const texts = parsed(json)
  if (!Array.isArray(texts) || !texts.every((text) => typeof text === 'string'))
    throw new UnreadablePack('not a table of texts')
  return texts
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown
  } catch {
    throw new UnreadablePack('not a table of texts')
  }
}

function writeHex(to: ByteWriter, entries: readonly string[]): void {
  to.count(entries.length)
  for (const entry of entries) {
    const digits = entry.replaceAll('-', '')
    for (let at = 0; at < digits.length; at += 2) to.byte(Number.parseInt(digits.slice(at, at + 2), 16))
  }
}

function readHex(from: ByteReader, bytesEach: number): string[] {
  const count = from.count()
  if (count * bytesEach > from.left) throw new UnreadablePack('cut off')
  return Array.from({ length: count }, () => hexOf(from.bytes(bytesEach)))
}

const pairs = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

function hexOf(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += must(pairs[byte], 'a byte is one of 256')
  return text
}

function withHyphens(hex: string): string {
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
