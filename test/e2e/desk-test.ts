import { test as base } from '@playwright/test'
import { openWindows } from './desk.ts'

export { expect } from '@playwright/test'

/** As much of a window's text as says what it shows; the people in it are made up. */
const enough = 1_500

/**
 * A test that, when it fails, says what every open window showed: its text on the console, which is all that a machine
 * without a screen keeps, and its picture beside the test's output.
 */
export const test = base.extend<{ readonly windowsOnFailure: void }>({
  windowsOnFailure: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off the pattern.
    async ({}, use, info) => {
      await use()
      if (info.status === info.expectedStatus) return
      for (const [n, page] of openWindows().entries()) {
        const text = await page.innerText('body', { timeout: 5_000 }).catch(String)
        console.log(`Window ${n + 1} showed:\n${text.slice(0, enough)}`)
        const picture = await page.screenshot({ timeout: 5_000 }).catch(() => undefined)
        if (picture) await info.attach(`window-${n + 1}`, { body: picture, contentType: 'image/png' })
      }
    },
    { auto: true },
  ],
})
