import { CheckStatus, type Checker, type CheckResult } from '@stryker-mutator/api/check'
import type { Mutant } from '@stryker-mutator/api/core'
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { isDrawn, notDrawn, sampleIn } from './sample.ts'

/** Lets only the mutants of the sample through; Stryker counts the others as not valid, and no figure holds them. */
class SampleChecker implements Checker {
  async init(): Promise<void> {}

  async check(mutants: Mutant[]): Promise<Record<string, CheckResult>> {
    const sample = sampleIn(process.env)
    return Object.fromEntries(
      mutants.map((mutant): [string, CheckResult] => [
        mutant.id,
        !sample || isDrawn(sample, mutant)
          ? { status: CheckStatus.Passed }
          : { status: CheckStatus.CompileError, reason: notDrawn },
      ]),
    )
  }

  /** All of them at once: a digest costs less than a message between processes. */
  async group(mutants: Mutant[]): Promise<string[][]> {
    return [mutants.map(({ id }) => id)]
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Checker, 'sample', SampleChecker)]
