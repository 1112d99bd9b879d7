import { describe, expect, it } from 'vitest'
import { figureOf, survivorsOf, wilson } from '../../build/mutation/figure.ts'
import { isDrawn, notDrawn } from '../../build/mutation/sample.ts'

const source = ['export function older(age: number) {', '  return age >= 18', '}'].join('\n')

const place = { start: { line: 2, column: 10 }, end: { line: 2, column: 19 } }

function reportOf(...mutants: readonly { readonly status: string; readonly statusReason?: string }[]) {
  return {
    schemaVersion: '1.0',
    thresholds: { high: 95, low: 90 },
    files: {
      'shared/policy/older.ts': {
        language: 'typescript',
        source,
        mutants: mutants.map((mutant, at) => ({
          id: String(at),
          mutatorName: 'EqualityOperator',
          replacement: 'age > 18',
          location: place,
          ...mutant,
        })),
      },
    },
  } as Parameters<typeof figureOf>[0]
}

describe('the figure of a mutation run', () => {
  it('counts an endless mutant as killed, one that no test comes to as not, and one not drawn as neither', () => {
    const figure = figureOf(
      reportOf(
        { status: 'Killed' },
        { status: 'Timeout' },
        { status: 'Survived' },
        { status: 'NoCoverage' },
        { status: 'RuntimeError' },
        { status: 'CompileError', statusReason: notDrawn },
      ),
    )
    expect(figure).toMatchObject({ valid: 4, killed: 2, survived: 1, uncovered: 1, share: 0.5 })
  })

  it('shows of every mutant that lived what stood there and what stood in its place', () => {
    expect(survivorsOf(reportOf({ status: 'Killed' }, { status: 'Survived' }))).toEqual([
      {
        file: 'shared/policy/older.ts',
        line: 2,
        column: 10,
        mutator: 'EqualityOperator',
        from: 'age >= 18',
        to: 'age > 18',
        covered: true,
      },
    ])
  })

  it('gives the interval of Wilson', () => {
    const [low, high] = wilson(90, 100)
    expect(low).toBeCloseTo(0.8256, 3)
    expect(high).toBeCloseTo(0.9448, 3)
  })
})

describe('a sample of mutants', () => {
  const mutants = Array.from({ length: 4000 }, (_, line) => ({
    fileName: '/anywhere/shared/cases/rule.ts',
    mutatorName: 'StringLiteral',
    replacement: '""',
    location: { start: { line, column: 3 }, end: { line, column: 9 } },
  }))
  const drawn = (seed: string, share: number) => mutants.filter((mutant) => isDrawn({ seed, share }, mutant))

  it('is the same for the same seed wherever the project lies, and another for another seed', () => {
    const elsewhere = mutants.map((mutant) => ({ ...mutant, fileName: '/sandbox/shared/cases/rule.ts' }))
    expect(elsewhere.filter((mutant) => isDrawn({ seed: '7', share: 0.1 }, mutant)).length).toBe(
      drawn('7', 0.1).length,
    )
    expect(drawn('7', 0.1)).not.toEqual(drawn('8', 0.1))
  })

  it('draws about the share asked for, and a larger share holds the smaller', () => {
    expect(drawn('7', 0.1).length).toBeGreaterThan(300)
    expect(drawn('7', 0.1).length).toBeLessThan(500)
    const larger = new Set(drawn('7', 0.2))
    expect(drawn('7', 0.1).filter((mutant) => !larger.has(mutant))).toEqual([])
    expect(drawn('7', 1)).toHaveLength(mutants.length)
  })
})
