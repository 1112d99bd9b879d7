import type { Page } from 'playwright'

/** How long the browser may take for each of its answers, milliseconds. */
const patience = 5_000

/**
 * What the browser still answers while the desk waits for its database: whether it lists them, opens another one, opens
 * this one a second time, and reads in it. It names what a database that stands still is held by.
 */
export function databaseAnswers(page: Page): Promise<string> {
  return page.evaluate(async (longest) => {
    const within = (what: string, answer: Promise<string>) =>
      Promise.race([
        answer,
        new Promise<string>((resolve) => setTimeout(() => resolve(`${what}: no answer`), longest)),
      ])
    const opened = (name: string) =>
      new Promise<string>((resolve) => {
        const request = indexedDB.open(name)
        request.addEventListener('blocked', () => resolve(`${name} blocked`))
        request.addEventListener('error', () => resolve(`${name} ${request.error?.name}`))
        request.addEventListener('success', () => {
          const database = request.result
          const [first] = database.objectStoreNames
          if (first === undefined) return resolve(`${name} opens`)
          const count = database.transaction(first).objectStore(first).count()
          count.addEventListener('success', () => resolve(`${name} opens and reads`))
          setTimeout(() => resolve(`${name} opens, reads nothing`), longest / 2)
        })
      })
    const listed = indexedDB
      .databases()
      .then((all) => `listed ${all.map(({ name, version }) => `${name} ${version}`).join()}`)
    const answers = [
      within('list', listed),
      within('another', opened('another')),
      within('the same', opened('hukou-desk')),
    ]
    return (await Promise.all(answers)).join('; ')
  }, patience)
}
