import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const folderOfMatter = /^(.+)-case$/

/** Ids of the case types: each has a folder of its own, and the tests that go through all of them name it. */
export function mattersIn(root: string): string[] {
  return readdirSync(join(root, 'shared/cases')).flatMap((name) => folderOfMatter.exec(name)?.[1] ?? [])
}

/**
 * For a mutant in the folder of a case type: the tests that say they are about another one. Case types never import each
 * other, so that such a test cannot tell; leaving it out can only lower the figure.
 */
export function isAboutAnother(mutatedFile: string, matters: readonly string[]): (testId: string) => boolean {
  const own = matters.find((matter) => mutatedFile.includes(`/${matter}-case/`))
  if (own === undefined) return () => false
  const others = matters.filter((matter) => matter !== own)
  return (testId) => {
    const words = testId.slice(testId.indexOf('#')).split(' ')
    return !words.includes(own) && others.some((matter) => words.includes(matter))
  }
}
