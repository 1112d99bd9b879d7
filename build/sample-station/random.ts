/** Chance with a seed: the same seed gives the same station, byte for byte. */
export interface Random {
  /** A number from 0 (included) to 1 (not included). */
  readonly next: () => number
  /** A whole number, both ends included. */
  readonly between: (lowest: number, highest: number) => number
  readonly chance: (probability: number) => boolean
  readonly pick: <T>(list: readonly T[]) => T
  /** Picks by weight; the weights need not add up to anything. */
  readonly weighted: <T>(list: readonly (readonly [T, number])[]) => T
  readonly shuffled: <T>(list: readonly T[]) => T[]
  /** An identifier in the form of a version 4 UUID. */
  readonly uuid: () => string
  readonly hexadecimal: (length: number) => string
  readonly bytes: (length: number) => Uint8Array
}

/** A stream of its own for each part of the station, so that a change in one part leaves the others as they were. */
export function randomFor(seed: number, part: string): Random {
  return randomFrom(mulberry32(mix(seed, part)))
}

function mix(seed: number, part: string): number {
  let mixed = seed | 0
  for (const character of part) mixed = Math.imul(mixed ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return mixed >>> 0
}

/** The mulberry32 generator: 32 bits of state, good enough for made-up people and for nothing else. */
function mulberry32(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000
  }
}

function randomFrom(next: () => number): Random {
  const between = (lowest: number, highest: number) => lowest + Math.floor(next() * (highest - lowest + 1))
  const hexadecimal = (length: number) => Array.from({ length }, () => between(0, 15).toString(16)).join('')
  return {
    next,
    between,
    hexadecimal,
    chance: (probability) => next() < probability,
    pick: (list) => elementAt(list, between(0, list.length - 1)),
    weighted: (list) => pickByWeight(next, list),
    shuffled: (list) => shuffle(between, list),
    uuid: () => {
      const variant = '89ab'.charAt(between(0, 3))
      return `${hexadecimal(8)}-${hexadecimal(4)}-4${hexadecimal(3)}-${variant}${hexadecimal(3)}-${hexadecimal(12)}`
    },
    bytes: (length) => Uint8Array.from({ length }, () => between(0, 255)),
  }
}

function pickByWeight<T>(next: () => number, list: readonly (readonly [T, number])[]): T {
  const total = list.reduce((sum, [, weight]) => sum + weight, 0)
  let left = next() * total
  const found = list.find(([, weight]) => (left -= weight) < 0) ?? elementAt(list, list.length - 1)
  return found[0]
}

function shuffle<T>(between: Random['between'], list: readonly T[]): T[] {
  const cards = [...list]
  for (let last = cards.length - 1; last > 0; last -= 1) {
    const other = between(0, last)
    const card = elementAt(cards, last)
    cards[last] = elementAt(cards, other)
    cards[other] = card
  }
  return cards
}

function elementAt<T>(list: readonly T[], index: number): T {
  if (index < 0 || index >= list.length) throw new RangeError('nothing to pick from an empty list')
  return list[index] as T
}
