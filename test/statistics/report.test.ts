import { describe, expect, it } from 'vitest'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { valueOf, type CountedRow } from '../../shared/statistics/figure.ts'
import { movementsIn } from '../../shared/statistics/movements.ts'
import { periodBeside, periodInWords, readPeriod } from '../../shared/statistics/period.ts'
import { figuresOf, findFigure, makeReport, tablesOf } from '../../shared/statistics/report.ts'
import { bucketOn } from '../../shared/statistics/urban-rural-bucket.ts'
import {
  makeEntry,
  makeExtract,
  makeHousehold,
  makePerson,
  rezonedLocality,
  townLocality,
  villageLocality,
} from './made-register.ts'

const households = [
  makeHousehold('1', { locality: townLocality.key }),
  makeHousehold('2', { locality: villageLocality.key }),
  makeHousehold('3', { locality: rezonedLocality.key }),
  makeHousehold('4'),
  makeHousehold('5', { locality: townLocality.key, householdKind: 'collective' }),
]

const people: readonly ResidentRecord[] = [
  makePerson(1, { householdNumber: '1' }),
  makePerson(2, { householdNumber: '2', sex: '2', birthDate: '2026-02-10' }),
  makePerson(3, { householdNumber: '3', birthDate: '1920-01-01' }),
  makePerson(4, { householdNumber: '4', sex: '9' }),
  makePerson(5, { householdNumber: '2', status: 'deceased', statusOn: '2026-02-20', statusCause: 'death' }),
]
const extract = makeExtract(people, households)

function figure(id: string, day: string, period = '2026'): number {
  const found = findFigure(makeReport(extract, [], { period, day }), id)
  return found ? valueOf(found) : -1
}

describe('city and country figures', () => {
  it('follow the class of the registered address, and show a gap as a gap', () => {
    const ids = ['people/urban/sum', 'people/rural/sum', 'people/unsettled/sum', 'people/sum/sum']
    expect(ids.map((id) => figure(id, '2026-03-01'))).toEqual([2, 1, 1, 4])
  })

  it('change for a re-zoned village from the effective day and never before it', () => {
    const household = households[2]
    expect(['2025-12-31', '2026-01-01'].map((day) => bucketOn(household, extract.localities, day))).toEqual([
      'rural',
      'urban',
    ])
    expect(bucketOn(household, extract.localities, '2016-12-31')).toBe('unsettled')
    expect(figure('people/urban/sum', '2025-12-31')).toBe(1)
    expect(figure('people/rural/sum', '2025-12-31')).toBe(2)
  })

  it('leave a report of an earlier day as it was when a village is re-zoned later', () => {
    const before = makeReport(extract, [], { period: '2025', day: '2025-12-31' })
    const rezonedAgain = {
      ...villageLocality,
      classes: [...villageLocality.classes, { from: '2026-07-01', class: '111' }],
    }
    const after = makeReport(
      { ...extract, localities: new Map([...extract.localities, [rezonedAgain.key, rezonedAgain]]) },
      [],
      { period: '2025', day: '2025-12-31' },
    )
    expect(after).toEqual(before)
  })

  it('count somebody who moved house where the household was on the day', () => {
    const moved = makePerson(9, {
      householdNumber: '1',
      entries: [
        makeEntry({ on: '2026-06-01', cause: 'moved-within', item: '户号', before: '2', after: '1' }),
      ],
    })
    const { localities } = extract
    const report = (day: string) =>
      makeReport({ ...makeExtract([moved], households), localities }, [], { period: '2026', day })
    expect(report('2026-05-31').people.lines.map(({ total }) => valueOf(total))).toEqual([0, 1, 0])
    expect(report('2026-06-01').people.lines.map(({ total }) => valueOf(total))).toEqual([1, 0, 0])
  })

  it('count a family while somebody is registered in it and a collective household by itself', () => {
    expect(figure('households/sum/family', '2026-03-01')).toBe(4)
    expect(figure('households/sum/collective', '2026-03-01')).toBe(1)
    expect(figure('households/sum/family', '1919-01-01')).toBe(0)
  })
})

const keysOf = (rows: readonly CountedRow[]) => rows.map(({ key }) => key).toSorted()

describe('every figure', () => {
  const report = makeReport(
    extract,
    [
      {
        id: 'one',
        caseType: 'reissue',
        name: '补发',
        status: 'issued',
        statusName: '已签发',
        openedOn: '2026-04-01',
        note: '',
      },
      {
        id: 'two',
        caseType: 'reissue',
        name: '补发',
        status: 'closed',
        statusName: '已办结',
        openedOn: '2025-04-01',
        note: '',
      },
    ],
    { period: '2026', day: '2026-11-24' },
  )

  it('is the number of its rows, and every sum has the rows of its cells', () => {
    for (const { lines, sum } of tablesOf(report)) {
      for (const line of [...lines, sum]) {
        expect(keysOf(line.total.rows)).toEqual(keysOf(line.cells.flatMap(({ rows }) => rows)))
      }
      expect(valueOf(sum.total)).toBe(lines.reduce((all, { total }) => all + valueOf(total), 0))
    }
  })

  it('is found again by its id', () => {
    const all = tablesOf(report).flatMap(({ lines, sum }) => [...lines, sum].flatMap(figuresOf))
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const each of all) expect(findFigure(report, each.id)).toBe(each)
  })

  it('of cases counts those opened in the period by matter and state', () => {
    expect(report.cases.lines.map(({ title, total }) => [title, valueOf(total)])).toEqual([['补发', 1]])
    expect(report.cases.columns.map(({ title }) => title)).toEqual(['已签发'])
  })
})

describe('changes of the register', () => {
  it('are counted by month and cause from the histories, several items of one case as one', () => {
    const person = makePerson(6, {
      householdNumber: '3',
      entries: [
        makeEntry({ on: '2026-03-02', cause: 'corrected', item: '姓名', caseId: 'c1' }),
        makeEntry({ on: '2026-03-02', cause: 'corrected', item: '民族', caseId: 'c1' }),
        makeEntry({ on: '2026-03-02', cause: 'corrected', item: '性别', caseId: 'c2' }),
        makeEntry({ on: '2026-04-02', cause: 'moved-out', reason: '婚迁', caseId: 'c3' }),
        makeEntry({ on: '2025-04-02', cause: 'restored', caseId: 'c0' }),
      ],
      status: 'moved-out',
      statusOn: '2026-04-02',
    })
    const report = makeReport(makeExtract([person], households), [], { period: '2026', day: '2026-11-24' })
    const value = (id: string) => valueOf(findFigure(report, id) ?? { id, name: '', rows: [] })
    expect(value('movements/corrected/2026-03')).toBe(2)
    expect(value('movements/moved-out/2026-04')).toBe(1)
    expect(value('movements/restored/sum')).toBe(0)
    expect(value('movement-buckets/corrected/urban')).toBe(2)
    expect(report.reasons.lines.map(({ title, total }) => [title, valueOf(total)])).toEqual([
      ['迁出注销：婚迁', 1],
    ])
  })

  it('of records older than the histories are told by status and arrival', () => {
    const arrived = makePerson(7, { arrival: { on: '2026-05-01', cause: '投靠配偶', from: '辽宁省样例市' } })
    const born = makePerson(8, {
      birthDate: '2026-05-02',
      arrival: { on: '2026-05-09', cause: '出生', from: '' },
    })
    const movements = movementsIn(makeExtract([...people, arrived, born], households), '2026')
    expect(movements.map(({ cause, on, reason }) => [cause, on, reason])).toEqual([
      ['died', '2026-02-20', '死亡'],
      ['moved-in', '2026-05-01', '投靠配偶'],
      ['birth', '2026-05-09', '出生'],
    ])
  })
})

describe('a period as typed', () => {
  it.each([
    ['2026', '2026'],
    ['２０２６年', '2026'],
    ['2026-3', '2026-03'],
    ['202611', '2026-11'],
    ['2026年3月', '2026-03'],
  ])('%s is %s', (typed, period) => {
    expect(readPeriod(typed)).toEqual({ ok: true, value: period })
  })

  it.each(['', '26', '2026-13', '202600', '三月'])('“%s” is none', (typed) => {
    expect(readPeriod(typed).ok).toBe(false)
  })

  it('has a neighbour of its own length on both sides', () => {
    expect([periodBeside('2026', -1), periodBeside('2026-01', -1), periodBeside('2026-12', 1)]).toEqual([
      '2025',
      '2025-12',
      '2027-01',
    ])
    expect([periodInWords('2026'), periodInWords('2026-03')]).toEqual(['2026年', '2026年3月'])
  })
})
