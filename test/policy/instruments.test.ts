import { describe, expect, it } from 'vitest'
import { addDays, isPlainDate } from '../../shared/base/plain-date.ts'
import {
  citeInWords,
  figureInForce,
  findCitation,
  instruments,
  numberInForce,
} from '../../shared/policy/instruments/index.ts'
import { legalDate, legalDates } from '../../shared/policy/legal-dates.ts'

const clauseIds = instruments.flatMap(({ clauses }) => Object.keys(clauses))
const figures = instruments.flatMap(({ numbers }) =>
  Object.entries(numbers).flatMap(([name, dated]) => dated.map((figure) => ({ name, ...figure }))),
)

describe('the instruments', () => {
  it('give every clause an id of its own, a place and one sentence', () => {
    expect(new Set(clauseIds).size).toBe(clauseIds.length)
    const clauses = instruments.flatMap((instrument) => Object.values(instrument.clauses))
    expect(clauses.filter(({ place }) => place === '')).toEqual([])
    expect(clauses.filter(({ meaning }) => !/^[^。]+。$/.test(meaning))).toEqual([])
  })

  it('have an id of their own and days that exist', () => {
    const ids = instruments.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    expect(instruments.filter(({ inForceFrom }) => !isPlainDate(inForceFrom))).toEqual([])
  })

  it.each(
    (
      'CF-1.1-4 CF-2.1.1 CF-2.1.1-H CF-2.1.1(1) CF-2.1.1(2) CF-2.1.1(3) CF-2.1.1(4)a CF-2.1.1(4)b CF-2.1.2 CF-2.2 ' +
      'CF-2.3-B CF-2.3-R CF-2.3-M CF-2.3-O CF-3.1 CF-3.2 CF-3.3 CF-4.1 CF-4.2 CF-4.3 CF-4.4 CF-4.5 CF-4.6 CF-4.7 CF-5.3 ' +
      'HR-5 HR-6 HR-7 HR-8 HR-9 HR-10 HR-11 HR-12 HR-13 HR-15 HR-17 HR-18 HR-20 ' +
      'SC96-0 SC96-1 SC96-2 SC96-3 SC96-4 SC96-5 SC96-6 SC96-7 SC96-8 RP-2 RP-9 RP-10 RP-11 RP-12 RP-13 RP-15 RP-20 RP-21 ' +
      'NL-4 NL-5 NL-6 NL-9 NL-13 EG-5 EG-6 IP-33 GB-11643 AR-8 IM-104 IM-2020 IM-2020-OPEN AL-32 AL-38 RV-20 LT-46 PI-45'
    )
      .split(' ')
      .map((id) => [id]),
  )('know the clause %s', (id) => {
    expect(citeInWords(id)).toContain(' ')
  })

  it('know the working rules clause by clause where a matter needs them', () => {
    const needed = [3, 4, 7, 8, 9, 12, 32, 34, 37, 38, 39, 49, 50, 51, 56, 88, 91]
    const ranges = [range(14, 31), range(40, 47), range(63, 73)].flat()
    expect([...needed, ...ranges].filter((number) => !findCitation(`WR-${number}`))).toEqual([])
  })

  it('say so where a clause was not read in its own text', () => {
    expect(findCitation('IM-2020-OPEN')?.clause.unconfirmed).toContain('没有核实')
    expect(findCitation('SC96-5')?.clause.unconfirmed).toBeDefined()
    expect(findCitation('WR-20')?.clause.unconfirmed).toBeUndefined()
  })

  it('refuse to cite what does not stand anywhere', () => {
    expect(() => citeInWords('CF-9.9')).toThrow('CF-9.9')
  })
})

describe('the figures', () => {
  it('rest on a known clause, begin before they end, and never overlap', () => {
    expect(figures.filter(({ clause }) => !findCitation(clause))).toEqual([])
    expect(figures.filter(({ from, until }) => until !== undefined && until < from)).toEqual([])
    const clashes = figures.filter((one, index) =>
      figures.some(
        (other, place) =>
          place > index &&
          other.name === one.name &&
          one.from <= (other.until ?? '9999-12-31') &&
          other.from <= (one.until ?? '9999-12-31'),
      ),
    )
    expect(clashes).toEqual([])
  })

  it.each([
    ['birth-declaration', 1, 'month'],
    ['late-birth-years', 1, 'year'],
    ['lease-months', 12, 'month'],
    ['graduate-years', 5, 'year'],
    ['residence-permit-half-year', 6, 'month'],
    ['residence-permit-endorsement', 1, 'month'],
    ['residence-permit-card', 15, 'day'],
    ['residence-permit-card-extended', 30, 'day'],
    ['foundling-notice', 60, 'day'],
    ['newborn-decision', 0, 'working-day'],
    ['station-decision', 3, 'working-day'],
    ['restoration-at-once', 0, 'working-day'],
    ['restoration-check', 10, 'working-day'],
    ['county-decision', 15, 'working-day'],
    ['city-decision', 15, 'working-day'],
    ['investigation', 20, 'working-day'],
    ['one-time-notice', 5, 'working-day'],
    ['cross-province', 9, 'working-day'],
    ['one-stop-without-investigation', 10, 'working-day'],
    ['one-stop-with-investigation', 15, 'working-day'],
    ['administrative-review', 60, 'day'],
    ['lawsuit', 6, 'month'],
    ['persons-on-a-permit', 4, 'person'],
    ['interviews-needed', 2, 'person'],
    ['witnesses-needed', 2, 'person'],
    ['certificate-validity', 30, 'day'],
    ['permit-validity', 40, 'day'],
  ])('%s is %i %s today', (name, value, unit) => {
    expect(figureInForce(name, '2026-03-02')).toMatchObject({ value, unit })
    expect(numberInForce(name, '2026-03-02')).toBe(value)
  })

  it('ask three years of residence until the Region opened, and none from that day', () => {
    const opening = legalDate('region-opening')
    expect(numberInForce('stock-residence-years', addDays(opening, -1))).toBe(3)
    expect(numberInForce('stock-residence-years', opening)).toBe(0)
    expect(figureInForce('stock-residence-years', addDays(opening, -1)).clause).toBe('CF-2.1.2')
    expect(figureInForce('stock-residence-years', opening)).toMatchObject({
      clause: 'IM-2020-OPEN',
      unconfirmed: expect.stringContaining('没有核实'),
    })
  })

  it('do not reach back before their law', () => {
    expect(numberInForce('lease-months', '2016-01-01')).toBe(12)
    expect(() => numberInForce('lease-months', '2015-12-31')).toThrow('lease-months')
    expect(() => numberInForce('no-such-figure', '2026-03-02')).toThrow('no-such-figure')
  })

  it('say where they come from another place', () => {
    for (const name of ['late-birth-years', 'station-decision', 'county-decision', 'restoration-check']) {
      expect(figureInForce(name, '2026-03-02').unconfirmed).toContain('外地')
    }
    expect(figureInForce('birth-declaration', '2026-03-02').unconfirmed).toBeUndefined()
  })
})

describe('the dates of the law', () => {
  it('exist and rest on a known clause', () => {
    const dates = Object.values(legalDates)
    expect(dates.filter(({ day }) => !isPlainDate(day))).toEqual([])
    expect(dates.filter(({ clause }) => !findCitation(clause))).toEqual([])
  })

  it.each([
    ['birth-certificate-scheme', '1996-01-01'],
    ['adoption-law-revision', '1999-04-01'],
    ['one-stop', '2020-01-01'],
    ['one-licence', '2015-10-01'],
    ['birth-certificate-seventh-edition', '2023-04-01'],
  ] as const)('%s begins on %s', (name, day) => {
    expect(legalDate(name)).toBe(day)
  })
})

function range(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, index) => first + index)
}
