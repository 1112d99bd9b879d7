import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { actionsPerMessage, sizeAfter } from '../../renderer/sync/push.ts'
import { mostActionsAtOnce } from '../../shared/sync/messages.ts'

const sizes = fc.integer({ min: actionsPerMessage, max: mostActionsAtOnce })

it('a message never carries more than the city takes, nor fewer than a first one', () => {
  fc.assert(
    fc.property(sizes, fc.nat(600_000), (size, took) => {
      const next = sizeAfter(size, took)
      expect(next).toBeGreaterThanOrEqual(actionsPerMessage)
      expect(next).toBeLessThanOrEqual(mostActionsAtOnce)
      expect(Number.isInteger(next)).toBe(true)
    }),
  )
})

it('on a line that takes more than a second for every message, messages come down to the size of a first one', () => {
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1001, max: 600_000 }), { minLength: 4 }), (size, waits) => {
      expect(waits.reduce((most, took) => sizeAfter(most, took), size)).toBe(actionsPerMessage)
    }),
  )
})

it('a message grows after an answer within a second', () => {
  expect([100, 400, 800, 1000].map((size) => sizeAfter(size, 1000))).toEqual([200, 800, 1000, 1000])
  expect([100, 400, 500].map((size) => sizeAfter(size, 1000, 500))).toEqual([200, 500, 500])
})
