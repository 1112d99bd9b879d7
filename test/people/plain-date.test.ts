import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addYears,
  ageOn,
  compareDates,
  dateInChina,
  dateInChinese,
  daysBetween,
  isPlainDate,
  parseDateAsTyped,
  plainDateSchema,
  yearsBetween,
} from '../../shared/base/plain-date.ts'
import { accepted } from '../../shared/base/outcome.ts'

const today = '2026-03-01'

/** Any day from 1900 to 2100. */
const days = fc.integer({ min: 0, max: 73_413 }).map((number) => addDays('1900-01-01', number))

function messageOf(typed: string): string {
  const read = parseDateAsTyped(typed, today)
  return read.ok ? '' : (read.refusals[0]?.message ?? '')
}

describe('a date as a clerk types it', () => {
  it.each([
    '19900305',
    '900305',
    '1990-3-5',
    '90-3-5',
    '1990.3.5',
    '1990/03/05',
    '1990 3 5',
    '1990年3月5日',
    '90年3月5号',
    '１９９０年３月５日',
    ' 1990。3。5 ',
  ])('%s is 5 March 1990', (typed) => {
    expect(parseDateAsTyped(typed, today)).toEqual(accepted('1990-03-05'))
  })

  it('takes a two-digit year for the latest one that is not ahead of today', () => {
    expect(parseDateAsTyped('26-3-1', today)).toEqual(accepted('2026-03-01'))
    expect(parseDateAsTyped('26-3-2', today)).toEqual(accepted('1926-03-02'))
    expect(parseDateAsTyped('00-2-29', today)).toEqual(accepted('2000-02-29'))
  })

  it('says how long the month is when the day does not exist', () => {
    expect(messageOf('2023-02-29')).toContain('2023年2月只有 28 天')
    expect(messageOf('1990-4-31')).toContain('1990年4月只有 30 天')
  })

  it('asks whether month and day were swapped only when that gives a real day', () => {
    expect(messageOf('1990-15-3')).toContain('是不是 1990年3月15日')
    expect(messageOf('2023-30-2')).not.toContain('写反')
    expect(messageOf('1990-13-13')).not.toContain('写反')
  })

  it.each([
    '',
    '昨天',
    '1990',
    '1990-3',
    '199035',
    '1990-3-5-7',
    '01900305',
    '9999-01-01',
    '1990-0-5',
    '1990-1-0',
  ])('refuses “%s” in a sentence', (typed) => {
    expect(messageOf(typed)).toMatch(/。$/)
  })

  it('reads back every day in every way of writing', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year, month, dayOfMonth] = day.split('-').map(Number)
        for (const typed of [
          day,
          day.replaceAll('-', ''),
          dateInChinese(day),
          `${year}.${month}.${dayOfMonth}`,
        ]) {
          expect(parseDateAsTyped(typed, today)).toEqual(accepted(day))
        }
      }),
    )
  })

  it('never throws and never gives anything but a real day', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d年月日./-]{1,12}$/)), (typed) => {
        const read = parseDateAsTyped(typed, today)
        expect(read.ok ? isPlainDate(read.value) : read.refusals.length).toBeTruthy()
      }),
    )
  })
})

describe('a plain date', () => {
  it('is refused by its schema when the calendar has no such day', () => {
    expect(plainDateSchema.safeParse('2024-02-29').success).toBe(true)
    for (const text of [
      '2023-02-29',
      '1900-02-29',
      '2026-13-01',
      '2026-1-1',
      '0999-01-01',
      '2026-03-01T00:00',
    ]) {
      expect(plainDateSchema.safeParse(text).success).toBe(false)
    }
  })

  it('comes back after adding and taking away the same number of days', () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -40_000, max: 40_000 }), (day, number) => {
        const moved = addDays(day, number)
        expect(addDays(moved, -number)).toBe(day)
        expect(daysBetween(day, moved)).toBe(number)
        expect(compareDates(day, moved)).toBe(compareNumbers(0, number))
      }),
    )
  })

  it('stays inside a shorter month', () => {
    expect(addMonths('2026-01-31', 1)).toBe('2026-02-28')
    expect(addYears('2024-02-29', 1)).toBe('2025-02-28')
  })

  it('counts full years as ages are counted', () => {
    expect(ageOn('2018-03-02', today)).toBe(7)
    expect(ageOn('2018-03-01', today)).toBe(8)
    expect(yearsBetween('2004-02-29', '2022-02-28')).toBe(17)
    expect(yearsBetween('2004-02-29', '2022-03-01')).toBe(18)
  })

  it('is the day in China, whatever the day in London', () => {
    expect(dateInChina('2026-03-01T15:59:59Z')).toBe('2026-03-01')
    expect(dateInChina('2026-03-01T16:00:00.000Z')).toBe('2026-03-02')
  })

  it('is refused as an argument when it is none', () => {
    expect(() => addDays('2023-02-29', 1)).toThrow(RangeError)
    expect(() => addDays('tomorrow', 1)).toThrow(RangeError)
  })
})

function compareNumbers(a: number, b: number): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
