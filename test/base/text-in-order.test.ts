import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { textInOrder } from '../../shared/base/text-in-order.ts'

/** The text as it was first defined, and as every digest in a city's base was taken from it. */
function asFirstDefined(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asFirstDefined)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(entries.map(([key, inner]) => [key, asFirstDefined(inner)]))
}

const keys = fc.oneof(
  fc.string(),
  fc.nat().map(String),
  fc.constantFrom('4294967294', '4294967295', '007', ''),
)
const { value: json } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom(null, true, false, undefined),
    fc.double(),
    fc.string({ unit: 'binary' }),
    fc.array(tie('value')),
    fc.dictionary(keys, tie('value')),
  ),
}))

it('the text of an action is the one that every stored digest was taken from', () => {
  fc.assert(
    fc.property(json, (value) => {
      expect(textInOrder(value)).toBe(JSON.stringify(asFirstDefined(value)) ?? 'null')
    }),
    { numRuns: 500 },
  )
})

it('the order in which keys were written does not change the text', () => {
  expect(textInOrder({ b: { y: 1, x: [2] }, a: '省' })).toBe(textInOrder({ a: '省', b: { x: [2], y: 1 } }))
})
