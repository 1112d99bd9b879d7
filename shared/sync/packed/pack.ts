import type { JsonValue } from '../../base/json-value.ts'
import { must } from '../../base/must.ts'
import { ByteWriter } from './bytes.ts'
import {
  columnKinds,
  kindOfValue,
  literals,
  packVersion,
  sameForAll,
  type ValueKind,
} from './column-kinds.ts'
import { TableWriter, writeTables, type Tables } from './tables.ts'
import { textKindOf, writeTexts } from './text-columns.ts'
import { writeWholes } from './whole-numbers.ts'

/** What is being packed: the columns, and the texts that they refer to. */
interface Packing {
  readonly to: ByteWriter
  readonly tables: Tables<TableWriter>
}

type Row = Readonly<Record<string, JsonValue>>

/**
 * JSON as bytes, column by column: what the objects of a list have in common is written once, ids and digests as bytes,
 * instants and numbers as steps. Meant to be compressed afterwards. `unpack(pack(x))` equals `x`. Written here because the
 * packers at hand (CBOR, MessagePack) go row by row, and what they save is gone once it is gzipped.
 */
export function pack(value: JsonValue | object): Uint8Array<ArrayBuffer> {
  const columns = new ByteWriter()
  const tables = { texts: new TableWriter(), ids: new TableWriter(), digests: new TableWriter() }
  writeColumn({ to: columns, tables }, [value as JsonValue])
  const whole = new ByteWriter()
  whole.byte(packVersion)
  writeTables(whole, tables)
  whole.bytes(columns.done())
  return whole.done()
}

function writeColumn(packing: Packing, values: readonly JsonValue[]): void {
  const [first] = values
  if (first === undefined) return
  const kind = kindOfValue(first)
  if (!values.every((value) => kindOfValue(value) === kind)) writeMixed(packing, values)
  else writeAlike(packing, kind, values)
}

function writeAlike(packing: Packing, kind: ValueKind, values: readonly JsonValue[]): void {
  switch (kind) {
    case 'list':
      return writeLists(packing, values as readonly JsonValue[][])
    case 'object':
      return writeObjects(packing, values as readonly Row[])
    default:
      return writeScalars(packing, kind, values)
  }
}

/** A column that says the same all the way down is written as one value. */
function writeScalars({ to, tables }: Packing, kind: ValueKind, all: readonly JsonValue[]): void {
  const [first] = all
  const isSame = all.length > 1 && all.every((value) => value === first)
  const values = isSame ? all.slice(0, 1) : all
  const mark = isSame ? sameForAll : 0
  if (kind === 'text') {
    const texts = values as readonly string[]
    const textKind = textKindOf(texts)
    to.byte(textKind + mark)
    return writeTexts(to, textKind, texts, tables)
  }
  to.byte(columnKinds[kind === 'literal' ? 'literals' : kind === 'whole' ? 'wholes' : 'fractions'] + mark)
  if (kind === 'literal') for (const value of values) to.byte(literals.indexOf(value as null | boolean))
  else if (kind === 'whole') writeWholes(to, values as readonly number[])
  else for (const value of values) to.count(tables.texts.refer(JSON.stringify(value)))
}

function writeLists(packing: Packing, lists: readonly JsonValue[][]): void {
  packing.to.byte(columnKinds.lists)
  for (const list of lists) packing.to.count(list.length)
  writeColumn(packing, lists.flat(1))
}

/** A field that says undefined is not there, as in JSON. */
function keysOf(row: Row): string[] {
  return Object.keys(row).filter((key) => row[key] !== undefined)
}

/** Shapes that are many for few objects are names chosen by somebody, as in a map by record key. */
const fewObjectsForOneShape = 4

function writeObjects(packing: Packing, rows: readonly Row[]): void {
  const shapes = new Map<string, Row[]>()
  const placeOf = new Map<string, number>()
  const places = rows.map((row) => {
    const shape = JSON.stringify(keysOf(row))
    const alike = shapes.get(shape)
    if (alike) alike.push(row)
    else {
      placeOf.set(shape, shapes.size)
      shapes.set(shape, [row])
    }
    return must(placeOf.get(shape), 'every shape has its place')
  })
  if (shapes.size > 1 && shapes.size * fewObjectsForOneShape > rows.length) return writeMaps(packing, rows)
  writeShapes(packing, [...shapes.values()], places)
}

function writeShapes(packing: Packing, shapes: readonly Row[][], places: readonly number[]): void {
  const { to, tables } = packing
  to.byte(columnKinds.shapes)
  to.count(shapes.length)
  if (shapes.length > 1) for (const place of places) to.count(place)
  for (const rows of shapes) {
    const keys = keysOf(rows[0] ?? {})
    to.count(keys.length)
    for (const key of keys) {
      to.count(tables.texts.refer(key))
      writeColumn(
        packing,
        rows.map((row) => row[key] ?? null),
      )
    }
  }
}

function writeMaps(packing: Packing, rows: readonly Row[]): void {
  packing.to.byte(columnKinds.maps)
  for (const row of rows) packing.to.count(keysOf(row).length)
  writeColumn(packing, rows.flatMap(keysOf))
  writeColumn(
    packing,
    rows.flatMap((row) => keysOf(row).map((key) => row[key] ?? null)),
  )
}

/** Values of several kinds: which kind each one is, then one column a kind. */
function writeMixed(packing: Packing, values: readonly JsonValue[]): void {
  const kinds = [...new Set(values.map(kindOfValue))]
  packing.to.byte(columnKinds.mixed)
  packing.to.byte(kinds.length)
  for (const value of values) packing.to.byte(kinds.indexOf(kindOfValue(value)))
  for (const kind of kinds)
    writeAlike(
      packing,
      kind,
      values.filter((value) => kindOfValue(value) === kind),
    )
}
