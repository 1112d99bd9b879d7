import type { JsonValue } from '../../base/json-value.ts'
import { ByteReader } from './bytes.ts'
import { columnKinds, literals, packVersion, sameForAll } from './column-kinds.ts'
import { readTables, type TableReader, type Tables } from './tables.ts'
import { readTexts, textKinds, type TextKind } from './text-columns.ts'
import { UnreadablePack } from './unreadable-pack.ts'
import { readWholes } from './whole-numbers.ts'

/** As deep as JSON may be nested at the city. */
const mostLevels = 40

/**
 * What is being unpacked. A column may say one value for many rows: `left` is how much the whole may still swell, one
 * for each value and one for each character of a text, wherever it stands.
 */
interface Unpacking {
  readonly from: ByteReader
  readonly tables: Tables<TableReader>
  left: number
}

/**
 * Reads what `pack` wrote. Throws `UnreadablePack` for anything else, and for what would come to more than `mostWeight`
 * values and characters together.
 */
export function unpack(bytes: Uint8Array, mostWeight: number): JsonValue {
  const from = new ByteReader(bytes)
  if (from.byte() !== packVersion) throw new UnreadablePack('another format')
  const unpacking: Unpacking = { from, tables: readTables(from), left: mostWeight }
  const [value] = readColumn(unpacking, 1, mostLevels)
  if (from.left > 0 || value === undefined) throw new UnreadablePack('bytes behind the end')
  return value
}

function spend(unpacking: Unpacking, weight: number): void {
  unpacking.left -= weight
  if (unpacking.left < 0) throw new UnreadablePack('swells beyond all measure')
}

function readColumn(unpacking: Unpacking, length: number, levels: number): JsonValue[] {
  if (length === 0) return []
  if (levels === 0) throw new UnreadablePack('nested too deep')
  spend(unpacking, length)
  const mark = unpacking.from.byte()
  const kind = mark % sameForAll
  switch (kind) {
    case columnKinds.lists:
      return readLists(unpacking, length, levels)
    case columnKinds.shapes:
      return readShapes(unpacking, length, levels)
    case columnKinds.maps:
      return readMaps(unpacking, length, levels)
    case columnKinds.mixed:
      return readMixed(unpacking, length, levels)
    default:
      return mark < sameForAll
        ? weighed(unpacking, readScalars(unpacking, kind, length))
        : readSame(unpacking, kind, length)
  }
}

function readSame(unpacking: Unpacking, kind: number, length: number): JsonValue[] {
  const [value = null] = readScalars(unpacking, kind, 1)
  if (typeof value === 'string') spend(unpacking, value.length * length)
  return Array.from<JsonValue>({ length }).fill(value)
}

function weighed(unpacking: Unpacking, values: JsonValue[]): JsonValue[] {
  let characters = 0
  for (const value of values) if (typeof value === 'string') characters += value.length
  spend(unpacking, characters)
  return values
}

const textKindsByNumber = new Map<number, TextKind>(Object.values(textKinds).map((kind) => [kind, kind]))

function readScalars({ from, tables }: Unpacking, kind: number, length: number): JsonValue[] {
  const textKind = textKindsByNumber.get(kind)
  if (textKind !== undefined) return readTexts(from, textKind, length, tables)
  if (kind === columnKinds.wholes) return readWholes(from, length)
  if (kind === columnKinds.fractions)
    return Array.from({ length }, () => fractionOf(tables.texts.read(from.count())))
  if (kind !== columnKinds.literals) throw new UnreadablePack('no such column')
  return Array.from({ length }, () => {
    const value = literals[from.byte()]
    if (value === undefined) throw new UnreadablePack('no such value')
    return value
  })
}

function fractionOf(text: string): number {
  const value = Number(text)
  if (text.trim() === '' || !Number.isFinite(value)) throw new UnreadablePack('not a number')
  return value
}

function readLists(unpacking: Unpacking, length: number, levels: number): JsonValue[][] {
  const { lengths, total } = readLengths(unpacking, length)
  const items = readColumn(unpacking, total, levels - 1)
  let at = 0
  return lengths.map((count) => items.slice(at, (at += count)))
}

/** What a column's rows hold, each counted; together no more than may still come. */
function readLengths(unpacking: Unpacking, length: number): { lengths: number[]; total: number } {
  let total = 0
  const lengths = Array.from({ length }, () => {
    const count = unpacking.from.count()
    total += count
    if (total > unpacking.left) throw new UnreadablePack('swells beyond all measure')
    return count
  })
  return { lengths, total }
}

function readShapes(unpacking: Unpacking, length: number, levels: number): JsonValue[] {
  const { from } = unpacking
  const shapes = from.count()
  if (shapes === 0 || shapes > length) throw new UnreadablePack('no such shape')
  const places = Array.from({ length }, () => (shapes === 1 ? 0 : from.count()))
  const sizes = Array.from({ length: shapes }, () => 0)
  for (const place of places) {
    const size = sizes[place]
    if (size === undefined) throw new UnreadablePack('no such shape')
    sizes[place] = size + 1
  }
  const rows = sizes.map((size) => readRows(unpacking, size, levels).values())
  return places.map((place) => rows[place]?.next().value ?? null)
}

type Row = Record<string, JsonValue>

function readRows(unpacking: Unpacking, length: number, levels: number): Row[] {
  const rows = Array.from({ length }, (): Row => ({}))
  const keys = unpacking.from.count()
  spend(unpacking, keys)
  for (let n = 0; n < keys; n += 1) {
    const key = safeKey(unpacking.tables.texts.read(unpacking.from.count()))
    const values = readColumn(unpacking, length, levels - 1)
    spend(unpacking, key.length * length)
    rows.forEach((row, at) => (row[key] = values[at] ?? null))
  }
  return rows
}

function readMaps(unpacking: Unpacking, length: number, levels: number): Row[] {
  const { lengths, total } = readLengths(unpacking, length)
  const keys = readColumn(unpacking, total, levels - 1)
  const values = readColumn(unpacking, total, levels - 1)
  let at = 0
  return lengths.map((count) => {
    const row: Row = {}
    for (let n = 0; n < count; n += 1, at += 1) row[safeKey(keys[at])] = values[at] ?? null
    return row
  })
}

/** A name that would reach the prototype is nothing that this program writes. */
function safeKey(key: JsonValue | undefined): string {
  if (typeof key !== 'string' || key === '__proto__') throw new UnreadablePack('no such name')
  return key
}

function readMixed(unpacking: Unpacking, length: number, levels: number): JsonValue[] {
  const { from } = unpacking
  const kinds = from.byte()
  const sizes = Array.from({ length: kinds }, () => 0)
  const places = Array.from({ length }, () => {
    const place = from.byte()
    const size = sizes[place]
    if (size === undefined) throw new UnreadablePack('no such kind')
    sizes[place] = size + 1
    return place
  })
  const columns = sizes.map((size) => readColumn(unpacking, size, levels - 1).values())
  return places.map((place) => columns[place]?.next().value ?? null)
}
