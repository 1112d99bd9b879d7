import { assert, integer, nat, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, addMonths, addYears } from '../../shared/base/plain-date.ts'
import { endorsementOn, isSuspended } from '../../shared/register/permit-years.ts'

const permit = { yearsCountFrom: '2025-05-01', usableUntil: '2026-04-30' }
const day = integer({ min: 0, max: 20_000 }).map((days) => addDays('2016-01-01', days))

describe('the yearly endorsement of a residence permit', () => {
  it('is in time in the month before the year is over', () => {
    const goesOn = { kind: 'in-time', until: '2027-04-30', yearsCountFrom: '2025-05-01' }
    expect(endorsementOn(permit, '2026-04-10', 1)).toEqual(goesOn)
    expect(endorsementOn(permit, '2026-04-01', 1)).toEqual(goesOn)
    expect(endorsementOn(permit, '2026-04-30', 1)).toEqual(goesOn)
  })

  it('names the first possible day when it is too early', () => {
    expect(endorsementOn(permit, '2026-03-31', 1)).toEqual({ kind: 'early', from: '2026-04-01' })
  })

  it('begins the years anew when it is late', () => {
    const begun = { kind: 'late', until: '2027-05-19', yearsCountFrom: '2026-05-20' }
    expect(endorsementOn(permit, '2026-05-20', 1)).toEqual(begun)
    expect(isSuspended(permit, '2026-05-20')).toBe(true)
    expect(isSuspended(permit, '2026-04-30')).toBe(false)
  })

  it('does not let the twenty-ninth of February wander', () => {
    const leap = { yearsCountFrom: '2024-02-29', usableUntil: '2025-02-27' }
    const second = endorsementOn(leap, '2025-02-20', 1)
    expect(second).toMatchObject({ until: '2026-02-27' })
    const fourth = endorsementOn({ ...leap, usableUntil: '2027-02-27' }, '2027-02-20', 1)
    expect(fourth).toMatchObject({ until: '2028-02-28' })
  })

  it('never loses a year to somebody who comes each time in the last month', () => {
    assert(
      property(day, integer({ min: 1, max: 12 }), nat(25), (start, years, daysBefore) => {
        let held = { yearsCountFrom: start, usableUntil: addDays(addYears(start, 1), -1) }
        for (let year = 1; year <= years; year += 1) {
          const given = endorsementOn(held, addDays(held.usableUntil, -daysBefore), 1)
          if (given.kind !== 'in-time') throw new Error(given.kind)
          held = { yearsCountFrom: given.yearsCountFrom, usableUntil: given.until }
        }
        expect(held).toEqual({ yearsCountFrom: start, usableUntil: addDays(addYears(start, years + 1), -1) })
      }),
    )
  })

  it('always leaves a permit that is usable on the day and for at least eleven months', () => {
    assert(
      property(day, day, (start, on) => {
        const given = endorsementOn(
          { yearsCountFrom: start, usableUntil: addDays(addYears(start, 1), -1) },
          on,
          1,
        )
        if (given.kind === 'early') expect(given.from > on).toBe(true)
        else expect(given.until >= addMonths(on, 11)).toBe(true)
      }),
    )
  })
})
