import type { ByteReader, ByteWriter } from './bytes.ts'
import { UnreadablePack } from './unreadable-pack.ts'

/** Half of what can be counted exactly, so that the difference of any two is exact too. */
const mostWhole = 2 ** 50

export function isPackable(value: unknown): value is number {
  return (
    Number.isSafeInteger(value) &&
    !Object.is(value, -0) &&
    -mostWhole <= Number(value) &&
    Number(value) <= mostWhole
  )
}

/** Each number as its difference to the one before: orders and instants come one after the other. */
export function writeWholes(to: ByteWriter, values: readonly number[]): void {
  let before = 0
  for (const value of values) {
    const step = value - before
    to.count(step < 0 ? -2 * step - 1 : 2 * step)
    before = value
  }
}

export function readWholes(from: ByteReader, length: number): number[] {
  let before = 0
  return Array.from({ length }, () => {
    const folded = from.count()
    before += folded % 2 === 1 ? -(folded + 1) / 2 : folded / 2
    if (!isPackable(before)) throw new UnreadablePack('a number too large')
    return before
  })
}
