import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { actionsPerMessage, sizeAfter } from '../../renderer/sync/push.ts'
import { mostActionsPerMessage } from '../../shared/sync/messages.ts'

const sizes = fc.integer({ min: actionsPerMessage, max: mostActionsPerMessage })

it('a message never carries more than the city takes, nor fewer than a first one', () => {
  fc.assert(
    fc.property(sizes, fc.nat(600_000), (size, took) => {
      const next = sizeAfter(size, took)
      expect(next).toBeGreaterThanOrEqual(actionsPerMessage)
      expect(next).toBeLessThanOrEqual(mostActionsPerMessage)
      expect(Number.isInteger(next)).toBe(true)
    }),
  )
})

it('on a line that takes more than a second for every message, messages come down to the size of a first one', () => {
  fc.assert(
    fc.property(sizes, fc.array(fc.integer({ min: 1001, max: 600_000 }), { minLength: 3 }), (size, waits) => {
      expect(waits.reduce(sizeAfter, size)).toBe(actionsPerMessage)
    }),
  )
})

it('a message grows after an answer within a second', () => {
  expect([100, 200, 400, 500].map((size) => sizeAfter(size, 1000))).toEqual([200, 400, 500, 500])
})
