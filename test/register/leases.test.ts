import { array, assert, constantFrom, integer, property, uniqueArray } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { drawFault, notLeased, type DrawnNumber } from '../../shared/register/draw-numbers.ts'
import { isInRange, runsOf, type Lease } from '../../shared/register/lease.ts'

const at = '2026-03-10T01:00:00.000Z'

function leaseOf(more: Partial<Lease> = {}): Lease {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    kind: 'certificate-blanks',
    station: '150430100000',
    device: 'D1',
    range: { series: '蒙2026', first: 100, last: 149 },
    from: '2026-01-01T00:00:00.000Z',
    until: '2026-06-30T00:00:00.000Z',
    renewBefore: '2026-03-02T00:00:00.000Z',
    state: 'live',
    ...more,
  }
}

const draw = (number: number, purpose: DrawnNumber['purpose'] = 'issue'): DrawnNumber => ({
  kind: 'certificate-blanks',
  series: '蒙2026',
  number,
  words: `蒙迁字第${String(number).padStart(8, '0')}号`,
  purpose,
})

describe('runs of numbers', () => {
  const numbers = uniqueArray(integer({ min: 0, max: 300 }), { maxLength: 120 })

  it('hold every number once and no other, lowest first, and no two of them touch', () => {
    assert(
      property(numbers, (given) => {
        const runs = runsOf(given)
        const held = runs.flatMap(({ first, last }) =>
          Array.from({ length: last - first + 1 }, (_, n) => first + n),
        )
        expect(held).toEqual(given.toSorted((one, other) => one - other))
        runs.slice(1).forEach(({ first }, n) => expect(first).toBeGreaterThan((runs[n]?.last ?? 0) + 1))
      }),
    )
  })
})

describe('whether a device may draw a number', () => {
  it('of all devices at most one may issue on a number, whatever the leases, as long as none overlap', () => {
    const devices = ['D1', 'D2', 'D3']
    const cuts = uniqueArray(integer({ min: 0, max: 60 }), { minLength: 2, maxLength: 8 })
    const holders = array(constantFrom(...devices), { minLength: 8, maxLength: 8 })
    assert(
      property(cuts, holders, integer({ min: 0, max: 60 }), (given, held, number) => {
        const edges = given.toSorted((one, other) => one - other)
        const leases = edges.slice(1).map((edge, n) =>
          leaseOf({
            device: held[n] ?? 'D1',
            range: { series: '蒙2026', first: edges[n] ?? 0, last: edge - 1 },
          }),
        )
        const may = devices.filter((device) => !drawFault(draw(number), { device, at }, leases))
        const holder = leases.find(({ range }) => isInRange(range, draw(number)))
        expect(may).toEqual(holder ? [holder.device] : [])
      }),
    )
  })

  it.each([
    ['a number of nobody', draw(200), 'D1', at, notLeased],
    ['a number of another printing', { ...draw(120), series: '蒙2025' }, 'D1', at, notLeased],
    ['a number of another kind', { ...draw(120), kind: 'permit-blanks' as const }, 'D1', at, notLeased],
    ['another machine’s number', draw(120), 'D2', at, 'leased-to-another'],
    ['another machine’s number, to spoil it', draw(120, 'spoil'), 'D2', at, 'leased-to-another'],
    ['a number of a package that names nobody', draw(120), 'D1', at, 'leased-to-another', ''],
    ['the own number after the end', draw(120), 'D1', '2026-06-30T00:00:00.001Z', 'lease-expired'],
  ])('no: %s', (_what, number, device, when, code, holder = 'D1') => {
    const fault = drawFault(number, { device, at: when }, [leaseOf({ device: holder })])
    expect(fault?.code).toBe(code)
    expect(fault?.message).toMatch(/\p{Script=Han}/u)
  })

  it.each([
    ['the own number', draw(100), 'D1', at, leaseOf()],
    ['the last of the run, at the last instant', draw(149), 'D1', '2026-06-30T00:00:00.000Z', leaseOf()],
    [
      'to spoil the own number after the end',
      draw(120, 'spoil'),
      'D1',
      '2027-01-01T00:00:00.000Z',
      leaseOf(),
    ],
    [
      'to spoil the paper of a machine that was cut off',
      draw(120, 'spoil'),
      'D2',
      at,
      leaseOf({ state: 'frozen' }),
    ],
  ])('yes: %s', (_what, number, device, when, lease) => {
    expect(drawFault(number, { device, at: when }, [lease])).toBeUndefined()
  })

  it('a machine that was cut off issues nothing, and the reason names its own other blocks', () => {
    expect(drawFault(draw(120), { device: 'D1', at }, [leaseOf({ state: 'frozen' })])?.code).toBe(
      'lease-frozen',
    )
    const other = leaseOf({ device: 'D2', range: { series: '蒙2026', first: 150, last: 199 } })
    expect(drawFault(draw(120), { device: 'D2', at }, [leaseOf(), other])?.message).toContain(
      '00000150—00000199',
    )
  })
})
