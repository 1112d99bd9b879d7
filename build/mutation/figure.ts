import type { schema } from '@stryker-mutator/api/core'
import { notDrawn } from './sample.ts'

/** Killed means that a test failed or the mutant never came to an end; a mutant that no test reaches is one that lived. */
export interface Figure {
  readonly valid: number
  readonly killed: number
  readonly survived: number
  readonly uncovered: number
  /** Killed of valid, 0 to 1, with the 95 % interval (Wilson) for all mutants that the sample stands for. */
  readonly share: number
  readonly interval: readonly [number, number]
}

export interface Survivor {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly mutator: string
  readonly from: string
  readonly to: string
  readonly covered: boolean
}

type Report = schema.MutationTestResult

const killers: ReadonlySet<schema.MutantStatus> = new Set(['Killed', 'Timeout'])
const livers: ReadonlySet<schema.MutantStatus> = new Set(['Survived', 'NoCoverage'])

function mutantsOf(report: Report) {
  return Object.entries(report.files).flatMap(([file, { mutants, source }]) =>
    mutants
      .filter(({ statusReason }) => statusReason !== notDrawn)
      .map((mutant) => ({ file, source, mutant })),
  )
}

export function figureOf(report: Report): Figure {
  const statuses = mutantsOf(report).map(({ mutant }) => mutant.status)
  const count = (of: (status: schema.MutantStatus) => boolean) => statuses.filter(of).length
  const killed = count((status) => killers.has(status))
  const survived = count((status) => status === 'Survived')
  const uncovered = count((status) => status === 'NoCoverage')
  const valid = killed + survived + uncovered
  return { valid, killed, survived, uncovered, share: killed / valid, interval: wilson(killed, valid) }
}

/** The interval that holds the true share with 95 %, for `hits` of `all` drawn at random. */
export function wilson(hits: number, all: number): readonly [number, number] {
  const z = 1.96
  const share = hits / all
  const middle = share + (z * z) / (2 * all)
  const reach = z * Math.sqrt((share * (1 - share)) / all + (z * z) / (4 * all * all))
  const whole = 1 + (z * z) / all
  return [(middle - reach) / whole, (middle + reach) / whole]
}

/** Every mutant that lived, in the order of the files, with what stood there and what stood in its place. */
export function survivorsOf(report: Report): Survivor[] {
  return mutantsOf(report)
    .filter(({ mutant }) => livers.has(mutant.status))
    .map(({ file, source, mutant: { location, mutatorName, replacement = '', status } }) => ({
      file,
      line: location.start.line,
      column: location.start.column,
      mutator: mutatorName,
      from: textAt(source, location),
      to: replacement,
      covered: status === 'Survived',
    }))
}

function textAt(source: string, { start, end }: schema.Location): string {
  const lines = source.split('\n').slice(start.line - 1, end.line)
  const last = lines.length - 1
  return lines
    .map((line, at) => line.slice(at === 0 ? start.column - 1 : 0, at === last ? end.column - 1 : undefined))
    .map((line) => line.trim())
    .join(' ')
}
