import { array, assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/base/plain-date.ts'
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../shared/base/working-days.ts'
import { daysLeft, paceDays, paceFrom, paceOf, paceOfUse } from '../../shared/register/pace.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { leaseNeeds, runsShort, type Holding } from '../../shared/sync/lease-needs.ts'
import { makeBlank, makeOriginal, makeStation } from '../builders/reissues.ts'

const station = makeStation(900)
const issuedOn = (n: number, day: string): CertificateRecord => {
  const { issue, ...sheet } = makeOriginal(station, n)
  return issue ? { ...sheet, issue: { ...issue, issuedOn: day } } : sheet
}

describe('the pace', () => {
  it('is taken over exactly thirty working days, on whatever day it is asked', () => {
    assert(
      property(integer({ min: 0, max: 700 }), (offset) => {
        const today = addDays('2025-01-01', offset)
        const from = paceFrom(today)
        expect(workingDaysBetween(addDays(from, -1), today)).toBe(paceDays)
      }),
    )
  })

  it('counts what was used and spoiled in these days, and nothing older or later', () => {
    const today = '2026-03-10'
    const from = paceFrom(today)
    const sheets = [issuedOn(0, from), issuedOn(1, today), issuedOn(2, addDays(from, -1))]
    const spoiled = { ...makeBlank(station, 1), spoiled: { on: today, reason: 'jammed' as const } }
    expect(paceOf([...sheets, spoiled, makeBlank(station, 2)], today) * paceDays).toBeCloseTo(3)
  })

  it('of a new station is taken over its own days: ten a day for three days, fifty left, are five days', () => {
    const days = ['2026-03-05', '2026-03-06', '2026-03-09']
    const sheets = days.flatMap((day, at) => Array.from({ length: 10 }, (_, n) => issuedOn(at * 10 + n, day)))
    expect(daysLeft(50, paceOf(sheets, '2026-03-09'))).toBe(5)
  })

  it('of a steady use is that use, however old the station is', () => {
    assert(
      property(
        integer({ min: 0, max: 700 }),
        integer({ min: 1, max: 70 }),
        integer({ min: 1, max: 20 }),
        (offset, age, each) => {
          const today = addWorkingDays('2025-01-01', offset + 1)
          const days: string[] = []
          for (let day = today; days.length < age; day = addDays(day, -1))
            if (isWorkingDay(day)) days.push(day)
          const usedOn = days.flatMap((day) => Array.from({ length: each }, () => day))
          expect(paceOfUse(usedOn, today)).toBeCloseTo(each)
        },
      ),
    )
  })

  it('is never spread over more days than there were, nor over more than thirty, nor over none', () => {
    const day = integer({ min: -90, max: 5 })
    assert(
      property(integer({ min: 0, max: 700 }), array(day, { maxLength: 60 }), (offset, uses) => {
        const today = addDays('2025-01-01', offset)
        const usedOn = uses.map((back) => addDays(today, back))
        const recent = usedOn.filter((each) => paceFrom(today) <= each && each <= today).length
        const pace = paceOfUse(usedOn, today)
        expect(pace).toBeLessThanOrEqual(recent)
        expect(pace * paceDays).toBeGreaterThanOrEqual(recent - 1e-9)
      }),
    )
  })

  it('says whole days: they last so long, and not one day longer; nothing used says nothing', () => {
    assert(
      property(integer({ min: 0, max: 500 }), integer({ min: 1, max: 300 }), (left, used) => {
        const pace = used / paceDays
        const days = daysLeft(left, pace) ?? -1
        expect(days * pace).toBeLessThanOrEqual(left + 1e-9)
        expect((days + 1) * pace).toBeGreaterThan(left - 1e-9)
      }),
    )
    expect(daysLeft(10, 0)).toBeUndefined()
  })
})

describe('what a desk asks for', () => {
  const blanks = Array.from({ length: 200 }, (_, n) => makeBlank(station, n))
  const first = Number(makeBlank(station, 0).serial.digits)
  const lease: Lease = {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'certificate-blanks',
    station: station.code,
    device: 'D1',
    range: { series: '蒙2026', first, last: first + 19 },
    from: '2026-03-01T00:00:00.000Z',
    until: '2026-08-28T00:00:00.000Z',
    renewBefore: '2026-04-30T00:00:00.000Z',
    state: 'live',
  }
  const codes: Lease = {
    ...lease,
    id: '00000000-0000-4000-8000-000000000002',
    kind: 'citizen-sequence',
    range: { series: '150430', first: 10, last: 19 },
  }
  const holding = (more: Partial<Holding> = {}): Holding => ({
    device: 'D1',
    leases: [lease, codes],
    sheets: blanks,
    outageDays: 10,
    today: '2026-03-10',
    now: '2026-03-10T01:00:00.000Z',
    ...more,
  })

  it('is nothing while it holds enough', () => {
    expect(leaseNeeds(holding())).toEqual([])
  })

  it('is sheets and codes when it holds none, and no permits where the station has none', () => {
    expect(leaseNeeds(holding({ leases: [] }))).toEqual([
      { want: 'grant', kind: 'certificate-blanks', count: 20 },
      { want: 'grant', kind: 'citizen-sequence', count: 1 },
    ])
  })

  it('is told from running short with nothing to ask for, of a kind that the station uses', () => {
    const own = blanks.slice(0, 9)
    expect(runsShort(holding({ sheets: own }))).toBe(true)
    expect(runsShort(holding({ sheets: blanks.slice(0, 20) }))).toBe(false)
    expect(runsShort(holding({ sheets: [...own, ...blanks.slice(30)] }))).toBe(false)
    expect(runsShort(holding({ sheets: [] }))).toBe(false)
  })

  /** The station is no new one. */
  const longAgo = issuedOn(999, '2025-06-03')

  it('is more, early, where much is printed', () => {
    const used = Array.from({ length: 60 }, (_, n) => issuedOn(n, '2026-03-09'))
    expect(leaseNeeds(holding({ sheets: [...blanks, ...used, longAgo] }))).toEqual([
      { want: 'grant', kind: 'certificate-blanks', count: 100 },
    ])
  })

  it('is more where the desk is to be ready for a longer outage', () => {
    const used = Array.from({ length: 15 }, (_, n) => issuedOn(n, '2026-03-09'))
    const sheets = [...blanks, ...used, longAgo]
    expect(leaseNeeds(holding({ sheets }))).toEqual([])
    expect(leaseNeeds(holding({ sheets, outageDays: 20 }))).toEqual([
      { want: 'grant', kind: 'certificate-blanks', count: 40 },
    ])
  })

  it('is more time once the day to renew has come, and never for another machine', () => {
    const now = '2026-05-01T00:00:00.000Z'
    expect(leaseNeeds(holding({ now, today: '2026-05-01' }))).toEqual([
      { want: 'renew', lease: lease.id },
      { want: 'renew', lease: codes.id },
    ])
    const other = { ...lease, device: 'D2' }
    expect(leaseNeeds(holding({ now, leases: [other, codes] }))).not.toContainEqual({
      want: 'renew',
      lease: other.id,
    })
  })

  it('is nothing of what lies in another machine’s box', () => {
    const other = { ...lease, device: 'D2', range: { ...lease.range, last: first + 199 } }
    expect(leaseNeeds(holding({ leases: [other, codes] }))).toEqual([])
  })
})
