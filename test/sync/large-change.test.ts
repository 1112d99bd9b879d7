import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import {
  countChange,
  isLargeChange,
  usualLargeChangeLimit,
  type RowChange,
} from '../../shared/sync/large-change.ts'
import { makeBlank, makeStation } from '../builders/reissues.ts'
import { makeResidents } from '../local/made-residents.ts'

const station = makeStation(720)
const [person, household] = makeResidents(1) as [ResidentRecord, HouseholdRecord]
const sheet = makeBlank(station, 1)

const rowOf = (before?: RegisterRecord, after?: RegisterRecord, by = '甲（D1）'): RowChange => ({
  before,
  after,
  by,
})

const kinds: Readonly<Record<'new' | 'same' | 'replaced' | 'removed' | 'gone', RowChange>> = {
  new: rowOf(undefined, sheet),
  same: rowOf(sheet, structuredClone(sheet)),
  replaced: rowOf(sheet, { ...sheet, state: 'void' }),
  removed: rowOf(person, { ...person, status: 'moved-out' }),
  gone: rowOf(household, undefined),
}
const anyKind = fc.constantFrom(...(Object.keys(kinds) as (keyof typeof kinds)[]))
const anyRows = fc.array(anyKind, { maxLength: 200 })
const rowsOf = (names: readonly (keyof typeof kinds)[]) => names.map((name) => kinds[name])

describe('what is counted', () => {
  it('a person who leaves the register and a household that is withdrawn are removed, whatever else changes is replaced', () => {
    const changes = [
      kinds.removed,
      rowOf(household, { ...household, withdrawnOn: '2026-03-10' }),
      rowOf(person, { ...person, name: '样例改名' }),
      kinds.replaced,
      kinds.gone,
    ]
    expect(countChange(changes, 10)).toMatchObject({ removed: 3, replaced: 2, of: 10 })
  })

  it('a row that is new or stays as it is never counts, and every other counts once', () => {
    fc.assert(
      fc.property(anyRows, (names) => {
        const { removed, replaced } = countChange(rowsOf(names), 1000)
        expect(removed).toBe(names.filter((name) => name === 'removed' || name === 'gone').length)
        expect(replaced).toBe(names.filter((name) => name === 'replaced').length)
      }),
    )
  })

  it('the same record with its keys in another order is the same record', () => {
    const turned = Object.fromEntries(Object.entries(person).toReversed()) as typeof person
    expect(countChange([rowOf(person, turned)], 10)).toMatchObject({ removed: 0, replaced: 0 })
  })

  it('who changes most stands first, and the shares of all add up', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('甲', '乙', '丙'), { maxLength: 60 }), (authors) => {
        const changes = authors.map((by) => rowOf(sheet, { ...sheet, state: 'void' }, by))
        const { by, replaced } = countChange(changes, 100)
        expect(by.reduce((sum, { rows }) => sum + rows, 0)).toBe(replaced)
        expect(by.map(({ rows }) => rows)).toEqual(by.map(({ rows }) => rows).sort((a, b) => b - a))
      }),
    )
  })
})

describe('from when on a person is asked', () => {
  const counts = fc.record({ removed: fc.nat(3000), replaced: fc.nat(3000), of: fc.nat(20_000) })
  const limits = fc.record({ share: fc.double({ min: 0.01, max: 1, noNaN: true }), atLeast: fc.nat(500) })

  it('at the usual limit: 50 rows of 999 are asked about; 49 of 100, and 50 of 1,000, are not', () => {
    const asks = (rows: number, of: number) =>
      isLargeChange({ removed: rows, replaced: 0, of, by: [] }, usualLargeChangeLimit)
    expect([asks(50, 999), asks(49, 100), asks(50, 1000), asks(51, 1000)]).toEqual([true, false, false, true])
  })

  it('more change never makes the question go away, and a larger register never brings it up', () => {
    fc.assert(
      fc.property(counts, limits, fc.nat(100), (count, limit, more) => {
        const asks = isLargeChange({ ...count, by: [] }, limit)
        const asksWithMore = isLargeChange({ ...count, removed: count.removed + more, by: [] }, limit)
        const asksInLarger = isLargeChange({ ...count, of: count.of + more, by: [] }, limit)
        expect([asks && !asksWithMore, !asks && asksInLarger]).toEqual([false, false])
      }),
    )
  })

  it('cutting what came into parts never hides what the whole would ask about: the parts add up to the whole', () => {
    fc.assert(
      fc.property(anyRows, fc.nat(200), (names, at) => {
        const whole = countChange(rowsOf(names), 500)
        const parts = [names.slice(0, at), names.slice(at)].map((part) => countChange(rowsOf(part), 500))
        const rows = parts.reduce((sum, { removed, replaced }) => sum + removed + replaced, 0)
        expect(rows).toBe(whole.removed + whole.replaced)
      }),
    )
  })
})
