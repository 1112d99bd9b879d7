import type { JsonValue } from '../../base/json-value.ts'
import { isPackable } from './whole-numbers.ts'

/** The first byte of a pack. Another one is another format. */
export const packVersion = 2

/** How a column is written. 2 to 6 are columns of texts (`text-columns.ts`). */
export const columnKinds = {
  literals: 0,
  wholes: 1,
  fractions: 7,
  lists: 8,
  shapes: 9,
  maps: 10,
  mixed: 11,
} as const

/** Added to the kind of a column that has one value for all its rows. */
export const sameForAll = 128

export const literals = [null, false, true] as const

export type ValueKind = 'literal' | 'whole' | 'fraction' | 'text' | 'list' | 'object'

export function kindOfValue(value: JsonValue): ValueKind {
  if (value === null || typeof value === 'boolean') return 'literal'
  if (typeof value === 'string') return 'text'
  if (typeof value === 'number') return isPackable(value) ? 'whole' : 'fraction'
  return Array.isArray(value) ? 'list' : 'object'
}
