import { must } from '../../base/must.ts'
import type { ByteReader, ByteWriter } from './bytes.ts'
import { instantOf, millisecondsOf } from './instants.ts'
import type { TableReader, TableWriter, Tables } from './tables.ts'
import { UnreadablePack } from './unreadable-pack.ts'
import { readWholes, writeWholes } from './whole-numbers.ts'

/** How a column of texts is written; the number is what stands in the pack. */
export const textKinds = { plain: 2, ids: 3, digests: 4, instants: 5, numbered: 6 } as const
export type TextKind = (typeof textKinds)[keyof typeof textKinds]

const id = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const digest = /^[0-9a-f]{64}$/

export function textKindOf(texts: readonly string[]): TextKind {
  const [first = ''] = texts
  if (id.test(first) && texts.every((text) => id.test(text))) return textKinds.ids
  if (digest.test(first) && texts.every((text) => digest.test(text))) return textKinds.digests
  if (first.endsWith('Z') && texts.every((text) => millisecondsOf(text) !== undefined))
    return textKinds.instants
  return numberingOf(texts) ? textKinds.numbered : textKinds.plain
}

export function writeTexts(
  to: ByteWriter,
  kind: TextKind,
  texts: readonly string[],
  { texts: plain, ids, digests }: Tables<TableWriter>,
): void {
  switch (kind) {
    case textKinds.plain:
      return writeReferences(to, texts, plain)
    case textKinds.ids:
      return writeReferences(to, texts, ids)
    case textKinds.digests:
      return writeReferences(to, texts, digests)
    case textKinds.instants:
      return writeWholes(
        to,
        texts.map((text) => must(millisecondsOf(text), 'the kind was chosen by it')),
      )
    case textKinds.numbered:
      return writeNumbered(to, texts, plain)
  }
}

export function readTexts(
  from: ByteReader,
  kind: TextKind,
  length: number,
  { texts, ids, digests }: Tables<TableReader>,
): string[] {
  switch (kind) {
    case textKinds.plain:
      return readReferences(from, length, texts)
    case textKinds.ids:
      return readReferences(from, length, ids)
    case textKinds.digests:
      return readReferences(from, length, digests)
    case textKinds.instants:
      return readWholes(from, length).map((milliseconds) => {
        const text = instantOf(milliseconds)
        if (text === undefined) throw new UnreadablePack('no such instant')
        return text
      })
    case textKinds.numbered:
      return readNumbered(from, length, texts)
  }
}

/** 0 and a reference to the table for a text that is new in this column; else one more than its place in the column. */
function writeReferences(to: ByteWriter, texts: readonly string[], table: TableWriter): void {
  const places = new Map<string, number>()
  for (const text of texts) {
    const place = places.get(text)
    to.count(place === undefined ? 0 : place + 1)
    if (place !== undefined) continue
    places.set(text, places.size)
    to.count(table.refer(text))
  }
}

function readReferences(from: ByteReader, length: number, table: TableReader): string[] {
  const seen: string[] = []
  return Array.from({ length }, () => {
    const place = from.count()
    const text = place === 0 ? table.read(from.count()) : seen[place - 1]
    if (text === undefined) throw new UnreadablePack('no such entry')
    if (place === 0) seen.push(text)
    return text
  })
}

const mostDigits = 15
const numberAtTheEnd = new RegExp(`\\d{1,${mostDigits}}$`)

/** Texts such as receipts: the same beginning, and behind it a number of the same width. */
function numberingOf(texts: readonly string[]): { head: string; width: number } | undefined {
  const [first = ''] = texts
  const digits = numberAtTheEnd.exec(first)?.[0]
  if (digits === undefined || texts.length < 3) return undefined
  const head = first.slice(0, -digits.length)
  const width = digits.length
  const fits = (text: string) =>
    text.length === first.length && text.startsWith(head) && numberAtTheEnd.exec(text)?.[0].length === width
  return texts.every(fits) ? { head, width } : undefined
}

function writeNumbered(to: ByteWriter, texts: readonly string[], table: TableWriter): void {
  const { head, width } = must(numberingOf(texts), 'the kind was chosen by it')
  to.count(table.refer(head))
  to.byte(width)
  writeWholes(
    to,
    texts.map((text) => Number(text.slice(head.length))),
  )
}

function readNumbered(from: ByteReader, length: number, table: TableReader): string[] {
  const head = table.read(from.count())
  const width = from.byte()
  if (width > mostDigits) throw new UnreadablePack('too many digits')
  return readWholes(from, length).map((number) => {
    if (number < 0) throw new UnreadablePack('no such number')
    return head + String(number).padStart(width, '0')
  })
}
