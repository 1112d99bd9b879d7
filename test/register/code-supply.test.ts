import { describe, expect, it } from 'vitest'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { codeSupplyOf } from '../../shared/register/code-supply.ts'
import type { Lease } from '../../shared/register/lease.ts'
import { must } from '../../shared/base/must.ts'
import { makeResidents } from '../local/made-residents.ts'

const today = '2026-03-10'

function blockFrom(first: number): Lease {
  return {
    id: crypto.randomUUID(),
    kind: 'citizen-sequence',
    station: '150430100000',
    device: 'D1',
    range: { series: '150430', first, last: first + 9 },
    from: '2026-03-01T00:00:00.000Z',
    until: '2027-03-01T00:00:00.000Z',
    renewBefore: '2026-11-01T00:00:00.000Z',
    state: 'live',
  }
}

/** A child with a number of this county; the check character does not matter here. */
function child(bornOn: string, sequence: number, registeredOn?: string): ResidentRecord {
  const number = `150430${bornOn.replaceAll('-', '')}${String(sequence).padStart(3, '0')}0`
  const arrival = registeredOn && { on: registeredOn, cause: '出生登记', from: '' }
  const [person] = makeResidents(1).flatMap((record) => (record.kind === 'person' ? [record] : []))
  return {
    ...must(person, 'a person'),
    birthDate: bornOn,
    citizenId: number,
    ...(arrival ? { arrival } : {}),
  }
}

describe('the sequence codes of a machine', () => {
  it('run out by birth date and sex: the scarcest of the last two months is told', () => {
    const people = [
      child('2026-03-01', 21, '2026-03-09'),
      child('2026-03-02', 20, '2026-03-09'),
      child('2026-03-02', 22, '2026-03-10'),
      child('2026-03-02', 23, '2026-03-10'),
    ]
    expect(codeSupplyOf(people, [blockFrom(20)], today)).toEqual({
      perDay: 2,
      scarcest: { bornOn: '2026-03-02', sex: 'female', left: 3 },
    })
    expect(codeSupplyOf(people, [blockFrom(20), blockFrom(40)], today).scarcest?.left).toBe(8)
  })

  it('are not used by numbers of other blocks and counties, nor short for a date that no newborn has', () => {
    const old = Array.from({ length: 5 }, (_, n) => child('2001-05-05', 21 + 2 * n))
    const elsewhere = [child('2026-03-02', 41), { ...child('2026-03-02', 21), citizenId: '' }]
    expect(codeSupplyOf([...old, ...elsewhere], [blockFrom(20)], today)).toEqual({ perDay: 0 })
  })

  it('of a date are gone when five of a sex were registered', () => {
    const boys = [21, 23, 25, 27, 29].map((sequence) => child('2026-03-02', sequence))
    expect(codeSupplyOf(boys, [blockFrom(20)], today).scarcest).toEqual({
      bornOn: '2026-03-02',
      sex: 'male',
      left: 0,
    })
  })
})
