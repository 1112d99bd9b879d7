import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin'
import { INSTRUMENTER_CONSTANTS, type InstrumenterContext } from '@stryker-mutator/api/core'
import {
  determineHitLimitReached,
  DryRunStatus,
  toMutantRunResult,
  type DryRunResult,
  type MutantRunOptions,
  type MutantRunResult,
  type TestRunner,
} from '@stryker-mutator/api/test-runner'
import { configureGlobal } from 'fast-check'
import { isAboutAnother, mattersIn } from './matters.ts'
import { RuleTests } from './rule-tests.ts'
import { TestBundle } from './test-bundle.ts'

const folders = ['test/cases', 'test/policy']

/**
 * Milliseconds of tests that a mutant is put before, likely killers first. One that lives longer counts as survived, though
 * a later test might have killed it: the figure can only be too low.
 */
const budget = 12_000

/**
 * Puts mutants before the tests of rules without a new process, a new worker or a new import for each: the mutated
 * code and its tests are bundled once and stay loaded. A mutant that shows only while the code is loaded (a rule's title, a
 * field's table) gets a fresh evaluation of the bundle.
 */
class RuleTestRunner implements TestRunner {
  readonly #root = process.cwd()
  readonly #matters = mattersIn(this.#root)
  #parts: { readonly bundle: TestBundle; readonly tests: RuleTests } | undefined
  #loaded: ((testFile: string) => void) | undefined

  capabilities() {
    return { reloadEnvironment: true }
  }

  async init(): Promise<void> {
    // A failed expectation is counted, never read: its stack costs more than the test.
    process.setSourceMapsEnabled(false)
    Error.stackTraceLimit = 0
    configureGlobal({ seed: 1 })
    const bundle = await TestBundle.of(this.#root, folders)
    this.#parts = { bundle, tests: new RuleTests(this.#root, bundle) }
  }

  async dryRun(): Promise<DryRunResult> {
    const { bundle, tests } = this.#ready()
    const load = bundle.environment()
    this.#loaded = load
    switches().activeMutant = undefined
    const results = await tests.run({
      stopAtFailure: false,
      load: (testFile) => {
        switches().currentTestId = undefined
        load(testFile)
      },
      before: (testId) => {
        switches().currentTestId = testId
      },
    })
    tests.writeTimes()
    const { mutantCoverage } = switches()
    switches().currentTestId = undefined
    return { status: DryRunStatus.Complete, tests: results, ...(mutantCoverage ? { mutantCoverage } : {}) }
  }

  async mutantRun(options: MutantRunOptions): Promise<MutantRunResult> {
    const { bundle, tests } = this.#ready()
    const whileLoading = options.mutantActivation === 'static' ? options.activeMutant.id : undefined
    const load = whileLoading ? bundle.environment() : (this.#loaded ??= bundle.environment())
    Object.assign(switches(), { hitCount: 0, hitLimit: options.hitLimit })
    const results = await tests.run({
      only: options.testFilter && new Set(options.testFilter),
      skip: isAboutAnother(options.sandboxFileName, this.#matters),
      stopAtFailure: !options.disableBail,
      budget,
      load: (testFile) => {
        switches().activeMutant = whileLoading
        load(testFile)
      },
      before: () => {
        switches().activeMutant = options.activeMutant.id
      },
    })
    const endless = determineHitLimitReached(switches().hitCount, options.hitLimit)
    return toMutantRunResult(endless ?? { status: DryRunStatus.Complete, tests: results })
  }

  #ready() {
    if (!this.#parts) throw new Error('the runner was not initialised')
    return this.#parts
  }
}

type Switches = { -readonly [Key in keyof InstrumenterContext]: InstrumenterContext[Key] | undefined }

/** Where the instrumented code looks for the mutant that is on, and writes down what it passed. */
function switches(): Switches {
  const everywhere = globalThis as unknown as Record<string, Switches | undefined>
  return (everywhere[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {})
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'rules', RuleTestRunner)]
