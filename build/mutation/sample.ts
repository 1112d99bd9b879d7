import { createHash } from 'node:crypto'
import type { Mutant } from '@stryker-mutator/api/core'

/** A part of all mutants: a share of them (0 to 1], drawn by a seed. */
export interface Sample {
  readonly share: number
  readonly seed: string
}

/** How the sample reaches Stryker's processes of their own. */
export const sampleVariable = 'MUTATION_SAMPLE'

export function sampleIn(environment: Readonly<Record<string, string | undefined>>): Sample | undefined {
  const said = environment[sampleVariable]
  return said === undefined ? undefined : (JSON.parse(said) as Sample)
}

/** Whether a mutant is drawn: each by itself, by a digest over seed, place and change, so that a seed draws the same again. */
export function isDrawn({ share, seed }: Sample, mutant: Omit<Mutant, 'id'>): boolean {
  const { fileName, mutatorName, replacement, location } = mutant
  const project = fileName.slice(fileName.lastIndexOf('shared/'))
  const digest = createHash('sha256')
    .update(JSON.stringify([seed, project, mutatorName, replacement, location.start, location.end]))
    .digest()
  return digest.readUInt32BE() / 2 ** 32 < share
}

/** The reason that stands in the report beside a mutant that was not drawn. */
export const notDrawn = 'not drawn for this sample'
