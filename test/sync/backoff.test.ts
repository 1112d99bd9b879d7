import { assert, double, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { longestWait, waitBefore } from '../../renderer/sync/backoff.ts'

describe('the wait before the next try', () => {
  it('never passes its cap and never overflows, however often it failed', () => {
    assert(
      property(nat(), double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, chance) => {
        const wait = waitBefore(attempt, chance)
        expect(Number.isInteger(wait)).toBe(true)
        expect(wait).toBeGreaterThan(0)
        expect(wait).toBeLessThanOrEqual(longestWait * 1.5)
      }),
    )
  })

  it('spreads the stations whose line comes back at the same moment', () => {
    const waits = Array.from({ length: 200 }, (_, at) => waitBefore(6, at / 200))
    expect(new Set(waits).size).toBeGreaterThan(190)
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(longestWait / 2)
  })
})
