import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { aheadBy, laterOf, nextInstant } from '../../shared/base/hybrid-time.ts'
import { mostBetweenDesks, mostClockDrift } from '../../shared/sync/clock-drift.ts'

const start = Date.parse('2026-11-30T01:00:00.000Z')
const instant = (milliseconds: number) => new Date(milliseconds).toISOString()

/** Desks whose clocks are wrong, each by no more than it may be, and what happens at them one after the other. */
const days = fc.record({
  clocks: fc.array(fc.integer({ min: -mostClockDrift + 1000, max: mostClockDrift - 1000 }), {
    minLength: 2,
    maxLength: 5,
  }),
  events: fc.array(
    fc.record({
      at: fc.nat(4),
      /** True time that passes before it, milliseconds. */
      after: fc.integer({ min: 0, max: 90_000 }),
      /** Takes in everything that this desk did; none: does something itself. */
      hears: fc.option(fc.nat(4)),
    }),
    { maxLength: 60 },
  ),
})

interface Known {
  readonly instants: string[]
  latest: string | undefined
}

describe('what is done at several desks', () => {
  it('is dated after everything that was known where it was done, whatever the clocks say', () => {
    fc.assert(
      fc.property(days, ({ clocks, events }) => {
        const desks = clocks.map((): Known => ({ instants: [], latest: undefined }))
        let now = start
        for (const { at, after, hears } of events) {
          now += after
          const place = at % desks.length
          const desk = desks[place]
          const heard = hears === null ? undefined : desks[hears % desks.length]
          if (!desk) return
          if (heard) {
            for (const known of heard.instants) desk.latest = laterOf(desk.latest, known)
            continue
          }
          const own = instant(now + (clocks[place] ?? 0))
          const next = nextInstant(own, desk.latest, mostBetweenDesks)
          if (desk.latest !== undefined) expect(next > desk.latest).toBe(true)
          // And never further ahead than the fastest clock, but for a millisecond a step.
          expect(aheadBy(next, instant(now))).toBeLessThanOrEqual(Math.max(...clocks) + events.length)
          desk.instants.push(next)
          desk.latest = next
        }
      }),
    )
  })

  it('does not follow a clock that is further ahead than two of them may be apart', () => {
    const now = instant(start)
    expect(nextInstant(now, instant(start + mostBetweenDesks), mostBetweenDesks)).toBe(now)
    expect(nextInstant(now, instant(start + mostBetweenDesks - 1), mostBetweenDesks)).toBe(
      instant(start + mostBetweenDesks),
    )
    expect(nextInstant(now, instant(start - 1), mostBetweenDesks)).toBe(now)
    expect(nextInstant(now, now, mostBetweenDesks)).toBe(instant(start + 1))
  })
})
