import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { startTests, type Task, type Test, type VitestRunner } from '@vitest/runner'
import { getTestName } from '@vitest/runner/utils'
import { TestStatus, type TestResult } from '@stryker-mutator/api/test-runner'
import { chai } from 'vitest'
import type { TestBundle } from './test-bundle.ts'

/**
 * What a run is asked for: which tests (`only` these, all when left out, and none that `skip` names), whether the
 * first failure ends it, who is told before each.
 */
export interface RunOrder {
  readonly only?: ReadonlySet<string> | undefined
  readonly skip?: (testId: string) => boolean
  readonly stopAtFailure: boolean
  /** Milliseconds of the processor after which no further test is begun; counted as the tests took without a mutant. */
  readonly budget?: number
  readonly before: (testId: string) => void
  /** Evaluates a test file in the environment of the run, so that it names its tests. */
  readonly load: (testFile: string) => void
}

/** In the sandbox, which the runners of a mutation run share. */
const timesFile = 'test-times.json'

const idOf = (test: Test, root: string) => `${relative(root, test.file.filepath)}#${getTestName(test)}`

/** The tests of a bundle, run in this process by Vitest's own runner; cheap files and likely killers come first. */
export class RuleTests {
  /** Milliseconds of the processor that each test took in the first run, by its id. */
  #took = new Map<string, number>()
  readonly #killed = new Map<string, number>()

  constructor(
    private readonly root: string,
    private readonly bundle: TestBundle,
  ) {
    readSnapshotsFrom(join(root, 'test/cases'))
  }

  /**
   * Lays down how long the tests took, for runners in processes of their own: one that does not know all tests and their
   * times would spend its budget on the first files and never come to the others.
   */
  writeTimes(): void {
    writeFileSync(join(this.root, timesFile), JSON.stringify([...this.#took]))
  }

  #readTimes(): void {
    const file = join(this.root, timesFile)
    if (this.#took.size === 0 && existsSync(file))
      this.#took = new Map(JSON.parse(readFileSync(file, 'utf8')) as [string, number][])
  }

  async run({ only, skip, stopAtFailure, budget = Infinity, before, load }: RunOrder): Promise<TestResult[]> {
    this.#readTimes()
    const results: TestResult[] = []
    let failed = false
    let spent = 0
    let begun = process.cpuUsage()
    const stopped = () => (failed && stopAtFailure) || spent > budget
    const runner: VitestRunner = {
      config: runnerConfig(this.root),
      importFile: (path) => load(relative(this.root, path)),
      onBeforeRunTask: (test) => {
        const id = idOf(test, this.root)
        if (stopped() || skip?.(id) || (only && !only.has(id))) test.mode = 'skip'
      },
      onBeforeTryTask: (test) => {
        begun = process.cpuUsage()
        before(idOf(test, this.root))
      },
      onAfterRunTask: (test) => {
        if (test.mode === 'skip') return
        failed ||= test.result?.state === 'fail'
        spent += this.#timeOf(idOf(test, this.root), process.cpuUsage(begun))
      },
    }
    for (const file of this.#inOrder(only, skip)) {
      if (stopped()) break
      const files = await startTests([join(this.root, file)], runner)
      for (const { result, tasks } of files) {
        if (result?.errors?.length) {
          failed = true
          results.push(failure(file, file, 0, result.errors[0]?.message))
        }
        results.push(...tasks.flatMap((task) => this.#resultsOf(task)))
      }
    }
    return results
  }

  /** What the test took when it ran for the first time: without a mutant. */
  #timeOf(id: string, { user, system }: NodeJS.CpuUsage): number {
    const took = this.#took.get(id) ?? (user + system) / 1000
    this.#took.set(id, took)
    return took
  }

  #resultsOf(task: Task): TestResult[] {
    if (task.type === 'suite') return task.tasks.flatMap((each) => this.#resultsOf(each))
    const { result } = task
    if (task.mode === 'skip' || !result) return []
    const id = idOf(task, this.root)
    const timeSpentMs = result.duration ?? 0
    if (result.state === 'pass') return [{ id, name: id, timeSpentMs, status: TestStatus.Success }]
    this.#killed.set(fileOf(id), (this.#killed.get(fileOf(id)) ?? 0) + 1)
    return [failure(id, id, timeSpentMs, result.errors?.[0]?.message)]
  }

  /** Files with something to run: those that kill most for their time first. */
  #inOrder(only: RunOrder['only'], skip: RunOrder['skip']): string[] {
    const wanted = (only ? [...only] : [...this.#took.keys()]).filter((id) => !skip?.(id))
    const time = new Map<string, number>()
    for (const id of wanted) time.set(fileOf(id), (time.get(fileOf(id)) ?? 1) + (this.#took.get(id) ?? 0))
    const worth = (file: string) => ((this.#killed.get(file) ?? 0) + 1) / (time.get(file) ?? 1)
    const files = time.size > 0 ? [...time.keys()] : this.bundle.testFiles
    return files.toSorted((a, b) => worth(b) - worth(a))
  }
}

const fileOf = (id: string) => id.slice(0, id.indexOf('#'))

/** Vitest's own snapshots need its worker. Here a file is read and compared, never written. */
function readSnapshotsFrom(folder: string): void {
  chai.util.addMethod(
    chai.Assertion.prototype,
    'toMatchFileSnapshot',
    function (this: Chai.AssertionStatic, path: string) {
      if (readFileSync(join(folder, path), 'utf8') !== chai.util.flag(this, 'object'))
        throw new chai.AssertionError(`${path} is not as it was last read`)
    },
  )
}

function failure(id: string, name: string, timeSpentMs: number, message = 'failed'): TestResult {
  return { id, name, timeSpentMs, status: TestStatus.Failed, failureMessage: message.slice(0, 500) }
}

function runnerConfig(root: string): VitestRunner['config'] {
  return {
    root,
    name: undefined,
    setupFiles: [],
    passWithNoTests: false,
    testNamePattern: undefined,
    allowOnly: false,
    sequence: { seed: 1, hooks: 'stack', setupFiles: 'list' },
    chaiConfig: undefined,
    maxConcurrency: 1,
    testTimeout: 600_000,
    hookTimeout: 600_000,
    retry: 0,
    includeTaskLocation: false,
    tags: [],
    tagsFilter: undefined,
    strictTags: false,
  }
}
