import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Files of some minutes, whose size says nothing of it: begun last, they would leave the other cores idle. */
const longest = /\/(fuzz-\w+-hundred|slow-line)\.test\.ts$/

/** Begins with the longest tests. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const usual = await super.sort(files)
    const isLong = ({ moduleId }: TestSpecification) => longest.test(moduleId)
    return [...usual.filter(isLong), ...usual.filter((file) => !isLong(file))]
  }
}
