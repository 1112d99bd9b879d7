import { execFileSync } from 'node:child_process'
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/base/plain-date.ts'
import {
  addWorkingDays,
  holidayCaution,
  holidayTableFrom,
  holidayTableUntil,
  isWorkingDay,
  workingDaysBetween,
} from '../../shared/base/working-days.ts'

const days = fc.integer({ min: 0, max: 9000 }).map((count) => addDays('2004-01-01', count))

describe('a working day', () => {
  it.each([
    ['2026-02-13', true, 'the Friday before Spring Festival'],
    ['2026-02-14', true, 'a Saturday made up for it'],
    ['2026-02-15', false, 'its first day, a Sunday'],
    ['2026-02-16', false, 'a Monday of it'],
    ['2026-02-23', false, 'its last day'],
    ['2026-02-24', true, 'the Tuesday after'],
    ['2026-02-28', true, 'the second Saturday made up'],
    ['2026-09-20', true, 'a Sunday made up for National Day'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-07', false, 'its last day'],
    ['2026-10-08', true, 'the Thursday after'],
    ['2026-10-10', true, 'the Saturday made up after it'],
    ['2026-10-11', false, 'an ordinary Sunday'],
    ['2025-10-06', false, 'Mid-autumn inside National Day'],
    ['2099-10-01', true, 'a Thursday beyond the table'],
    ['2099-10-03', false, 'a Saturday beyond the table'],
    ['1998-03-01', false, 'a Sunday before the table'],
  ])('%s: %s, %s', (day, expected) => expect(isWorkingDay(day)).toBe(expected))

  it('is no text that is not a day', () => {
    expect(() => isWorkingDay('2026-02-30')).toThrow(RangeError)
    expect(() => addWorkingDays('2026-2-3', 0)).toThrow(RangeError)
  })
})

describe('a term of working days', () => {
  it.each([
    ['2026-02-12', 3, '2026-02-24'],
    ['2026-09-30', 3, '2026-10-10'],
    ['2026-03-06', 1, '2026-03-09'],
    ['2026-03-07', 1, '2026-03-09'],
    ['2026-03-07', 0, '2026-03-07'],
    ['2026-03-02', 15, '2026-03-23'],
  ])('of one taken in on %s over %i days ends on %s', (from, count, end) => {
    expect(addWorkingDays(from, count)).toBe(end)
  })

  it('ends on a working day, and counting back gives the same number', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: 1, max: 40 }), (from, count) => {
        const end = addWorkingDays(from, count)
        expect(isWorkingDay(end)).toBe(true)
        expect(workingDaysBetween(from, end)).toBe(count)
        expect(workingDaysBetween(end, from)).toBe(-count)
      }),
    )
  })

  it('is as long as its working days counted one by one', () => {
    fc.assert(
      fc.property(fc.tuple(days, fc.nat(80)), ([from, length]) => {
        const inside = Array.from({ length }, (_, index) => addDays(from, index + 1))
        const counted = inside.filter((day) => isWorkingDay(day)).length
        expect(workingDaysBetween(from, addDays(from, length))).toBe(counted)
      }),
    )
  })

  it('counts the same in one piece and in two', () => {
    fc.assert(
      fc.property(fc.tuple(days, fc.nat(60), fc.nat(60)), ([from, first, second]) => {
        const middle = addDays(from, first)
        const end = addDays(middle, second)
        expect(workingDaysBetween(from, end)).toBe(
          workingDaysBetween(from, middle) + workingDaysBetween(middle, end),
        )
      }),
    )
  })

  it('is no fraction and does not run backwards', () => {
    expect(() => addWorkingDays('2026-03-02', -1)).toThrow(RangeError)
    expect(() => addWorkingDays('2026-03-02', 1.5)).toThrow(RangeError)
  })
})

describe('the table of holidays', () => {
  it('says where it begins and ends, and what follows beyond its end', () => {
    expect(holidayTableFrom).toBe(2004)
    expect(holidayTableUntil).toBeGreaterThanOrEqual(2026)
    expect(holidayCaution('2026-12-31')).toBeUndefined()
    expect(holidayCaution('2099-01-05')).toContain('2099 年的放假安排')
  })

  it.each(['America/Los_Angeles', 'Asia/Shanghai', 'Pacific/Kiritimati'])(
    'gives the same days on a machine set to %s',
    (zone) => {
      const script = `import { addWorkingDays, isWorkingDay } from './shared/base/working-days.ts'
        console.log(isWorkingDay('2026-02-14'), isWorkingDay('2026-02-16'), addWorkingDays('2026-02-12', 3))`
      const printed = execFileSync(
        process.execPath,
        ['--import', 'tsx', '--input-type=module', '--eval', script],
        {
          env: { ...process.env, TZ: zone },
          encoding: 'utf8',
        },
      )
      expect(printed.trim()).toBe('true false 2026-02-24')
    },
    30_000,
  )
})
