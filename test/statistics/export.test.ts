import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkExport } from '../../shared/statistics/export-limit.ts'
import { fillTable, valueOf, type CountedRow } from '../../shared/statistics/figure.ts'
import { maskTable } from '../../shared/statistics/masked-table.ts'

const peopleRows = (count: number): readonly CountedRow[] =>
  Array.from({ length: count }, (_, n) => ({ key: `person:${n}`, kind: 'person' }))

function makeTable(values: readonly (readonly number[])[]) {
  const heading = (prefix: string) => (_: unknown, index: number) => ({
    id: `${prefix}${index}`,
    title: `${index}`,
  })
  const lines = values.map(heading('l'))
  const columns = (values[0] ?? []).map(heading('c'))
  const placed = values.flatMap((line, l) =>
    line.flatMap((count, c) =>
      Array.from({ length: count }, () => ({
        line: `l${l}`,
        column: `c${c}`,
        row: { key: 'person:1', kind: 'person' as const },
      })),
    ),
  )
  return fillTable({ id: 't', title: 't', corner: '', columns, lines }, placed)
}

describe('a table that leaves the station', () => {
  it('shows no number under three', () => {
    const masked = maskTable(
      makeTable([
        [2, 40, 50, 1],
        [30, 20, 10, 5],
      ]),
    )
    expect(masked[0]?.values).toEqual(['small', 40, 50, 'small', 93])
  })

  it('withholds a second number where one gap could be worked out from the sum', () => {
    const masked = maskTable(
      makeTable([
        [2, 40, 50],
        [30, 20, 10],
        [7, 8, 9],
      ]),
    )
    expect(masked.map(({ values }) => values)).toEqual([
      ['small', 'withheld', 50, 92],
      [30, 20, 10, 60],
      ['withheld', 'withheld', 9, 24],
      [39, 68, 69, 176],
    ])
  })

  it('never leaves exactly one gap in a line or a column, whatever the numbers', () => {
    const number = fc.integer({ min: 0, max: 6 })
    const grid = fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
      .chain(([lines, columns]) =>
        fc.array(fc.array(number, { minLength: columns, maxLength: columns }), {
          minLength: lines,
          maxLength: lines,
        }),
      )
    fc.assert(
      fc.property(grid, (numbers) => {
        const table = makeTable(numbers)
        const values = maskTable(table).map((line) => line.values)
        const columns = (values[0] ?? []).map((_, column) => values.map((line) => line[column] ?? 'small'))
        for (const together of [...values, ...columns]) {
          expect(together.filter((value) => typeof value === 'string').length).not.toBe(1)
          for (const value of together) if (typeof value === 'number') expect(value).toBeGreaterThanOrEqual(3)
        }
        const shown = [...table.lines, table.sum].map(({ cells, total }) => [...cells, total].map(valueOf))
        values.forEach((line, l) =>
          line.forEach((value, c) => {
            if (typeof value === 'number') expect(value).toBe(shown[l]?.[c])
          }),
        )
      }),
    )
  })
})

describe('a list that leaves the station', () => {
  const station = { people: 20_000, households: 7000 }

  it('may have 500 rows and not one more', () => {
    expect(checkExport(peopleRows(500), station).ok).toBe(true)
    const refused = checkExport(peopleRows(501), station)
    expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'export-bulk', citation: 'WR-88' }] })
  })

  it('is refused when it holds the whole register, however small that is', () => {
    expect(checkExport(peopleRows(12), { people: 12, households: 5 })).toMatchObject({
      ok: false,
      refusals: [{ code: 'export-bulk', citation: 'WR-88' }],
    })
    expect(checkExport(peopleRows(11), { people: 12, households: 5 }).ok).toBe(true)
    const households = Array.from({ length: 5 }, (_, n) => ({
      key: `household:${n}`,
      kind: 'household' as const,
    }))
    expect(checkExport(households, { people: 12, households: 5 }).ok).toBe(false)
  })
})
