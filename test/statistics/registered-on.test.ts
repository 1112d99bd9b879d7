import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ageOn, isPlainDate } from '../../shared/base/plain-date.ts'
import { ageFromDates } from '../../shared/statistics/age-pyramid.ts'
import { stoodOn, wasRegisteredOn } from '../../shared/statistics/registered-on.ts'
import { makeEntry, makeHousehold, makePerson } from './made-register.ts'

describe('who was registered on a past day', () => {
  it('counts somebody of the imported base from birth', () => {
    const person = makePerson(1, { birthDate: '2026-05-10' })
    expect(wasRegisteredOn(person, '2026-05-09')).toBe(false)
    expect(wasRegisteredOn(person, '2026-05-10')).toBe(true)
  })

  it('counts somebody who moved in from the day of arrival, not from birth', () => {
    const person = makePerson(1, { arrival: { on: '2026-02-01', cause: '投靠配偶', from: '辽宁省样例市' } })
    expect(wasRegisteredOn(person, '2026-01-31')).toBe(false)
    expect(wasRegisteredOn(person, '2026-02-01')).toBe(true)
  })

  it('takes a move inside the station for no arrival', () => {
    const person = makePerson(1, {
      arrival: { on: '2026-02-01', cause: '住址变动', from: '样例街2号' },
      entries: [makeEntry({ on: '2026-02-01', cause: 'moved-within' })],
    })
    expect(wasRegisteredOn(person, '2025-06-01')).toBe(true)
  })

  it('counts a child that was registered late from the registration on', () => {
    const person = makePerson(1, {
      birthDate: '2015-01-01',
      entries: [makeEntry({ on: '2026-04-02', cause: 'late-registration' })],
    })
    expect(wasRegisteredOn(person, '2026-04-01')).toBe(false)
    expect(wasRegisteredOn(person, '2026-04-02')).toBe(true)
  })

  it('still counts somebody on the day before the end, and not on the day of it', () => {
    const person = makePerson(1, { status: 'deceased', statusOn: '2026-06-15' })
    expect(wasRegisteredOn(person, '2026-06-14')).toBe(true)
    expect(wasRegisteredOn(person, '2026-06-15')).toBe(false)
  })

  it('leaves out the years between a cancellation and the restoration', () => {
    const person = makePerson(1, {
      entries: [
        makeEntry({ on: '2019-01-01', cause: 'cancelled' }),
        makeEntry({ on: '2026-03-01', cause: 'restored' }),
      ],
    })
    expect(
      ['2018-12-31', '2019-01-01', '2026-02-28', '2026-03-01'].map((day) => wasRegisteredOn(person, day)),
    ).toEqual([true, false, false, true])
  })

  it('counts somebody whose restoration is all that is known only from then on', () => {
    const person = makePerson(1, { entries: [makeEntry({ on: '2026-03-01', cause: 'restored' })] })
    expect(wasRegisteredOn(person, '2026-02-28')).toBe(false)
    expect(wasRegisteredOn(person, '2026-03-01')).toBe(true)
  })

  it('counts a correction as neither beginning nor end', () => {
    const person = makePerson(1, { entries: [makeEntry({ cause: 'corrected', item: '姓名' })] })
    expect(wasRegisteredOn(person, '2020-01-01')).toBe(true)
  })

  it('never counts somebody whose registration ended on a day that nobody wrote down', () => {
    expect(wasRegisteredOn(makePerson(1, { status: 'cancelled' }), '2000-01-01')).toBe(false)
  })

  it('lets a household stand from its founding to the day before its withdrawal', () => {
    const household = makeHousehold('1', {
      withdrawnOn: '2026-08-01',
      entries: [makeEntry({ on: '2026-02-01', cause: 'household-founded' })],
    })
    expect(
      ['2026-01-31', '2026-02-01', '2026-07-31', '2026-08-01'].map((day) => stoodOn(household, day)),
    ).toEqual([false, true, true, false])
  })
})

describe('an age read off two days', () => {
  const days = fc
    .tuple(
      fc.integer({ min: 1900, max: 2100 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 31 }),
    )
    .map(([year, month, day]) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)
    .filter(isPlainDate)

  it('is the age that the calendar gives', () => {
    fc.assert(
      fc.property(days, days, (one, other) => {
        const [birth, day] = one <= other ? [one, other] : [other, one]
        expect(ageFromDates(birth, day)).toBe(ageOn(birth, day))
      }),
    )
    expect(ageFromDates('2004-02-29', '2026-02-28')).toBe(ageOn('2004-02-29', '2026-02-28'))
    expect(ageFromDates('2004-02-29', '2026-03-01')).toBe(22)
  })
})
