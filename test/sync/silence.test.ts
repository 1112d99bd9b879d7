import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { silenceLimitsIn, silenceOf, usualSilenceLimits } from '../../shared/sync/silence.ts'

const heard = '2026-03-10T01:00:00.000Z'
const after = (milliseconds: number) => new Date(Date.parse(heard) + milliseconds).toISOString()
const day = 86_400_000
const stages = ['calm', 'told', 'remark', 'warning']

describe('days without a contact with the city', () => {
  it.each([
    ['at once', 0, 'calm', 0],
    ['a moment before the first day is over', day - 1, 'calm', 0],
    ['after a day', day, 'told', 1],
    ['a moment before the third', 3 * day - 1, 'told', 2],
    ['after three', 3 * day, 'remark', 3],
    ['after six and a half', 6.5 * day, 'remark', 6],
    ['after seven', 7 * day, 'warning', 7],
    ['after forty', 40 * day, 'warning', 40],
    ['with the clock set back', -5 * day, 'calm', 0],
  ])('are told in stages: %s', (_when, passed, stage, days) => {
    expect(silenceOf(heard, after(passed), usualSilenceLimits)).toEqual({ stage, days })
  })

  it('never grow calmer while nothing is heard, whatever the limits', () => {
    const days = integer({ min: 1, max: 90 })
    assert(
      property(
        days,
        days,
        integer({ min: 0, max: 100 * day }),
        integer({ min: 0, max: 30 * day }),
        (remarkFrom, warnFrom, first, more) => {
          const limits = silenceLimitsIn({ remarkFrom, warnFrom })
          const [one, other] = [first, first + more].map((passed) => silenceOf(heard, after(passed), limits))
          expect(stages.indexOf(other?.stage ?? '')).toBeGreaterThanOrEqual(stages.indexOf(one?.stage ?? ''))
          expect(other?.days).toBeGreaterThanOrEqual(one?.days ?? 0)
        },
      ),
    )
  })

  it.each([
    ['nothing set', undefined, usualSilenceLimits],
    ['null', null, usualSilenceLimits],
    ['half of it', { warnFrom: 14 }, { remarkFrom: 3, warnFrom: 14 }],
    ['no whole days', { remarkFrom: 1.5, warnFrom: 0 }, usualSilenceLimits],
    ['a warning before the remark', { remarkFrom: 10, warnFrom: 5 }, { remarkFrom: 10, warnFrom: 10 }],
  ])('have sound limits: %s', (_what, value, limits) => {
    expect(silenceLimitsIn(value)).toEqual(limits)
  })
})
