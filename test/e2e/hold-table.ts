import type { Page } from '@playwright/test'

declare global {
  interface Window {
    releaseTable: () => void
  }
}

/**
 * Keeps everybody else from a table of the desk's database, as a slow disk would, until the answer is called: a
 * transaction that writes it is kept alive by one read after another.
 */
export async function holdTable(page: Page, table: string): Promise<() => Promise<void>> {
  await page.evaluate(async (name) => {
    const opening = indexedDB.open('hukou-desk')
    await new Promise((resolve) => {
      opening.addEventListener('success', resolve)
    })
    const held = opening.result.transaction(name, 'readwrite')
    let isReleased = false
    const next = () => {
      if (isReleased) return
      held.objectStore(name).count().addEventListener('success', next)
    }
    next()
    held.addEventListener('complete', () => opening.result.close())
    window.releaseTable = () => {
      isReleased = true
    }
  }, table)
  return () => page.evaluate(() => window.releaseTable())
}
