import { test as base } from '@playwright/test'
import { openWindows } from './desk.ts'

export { expect } from '@playwright/test'

interface FailureReport {
  /** Characters of a window's text that say what it shows; the people in it are made up. */
  readonly textShown: number
  readonly windowsOnFailure: void
}

/**
 * A test that, when it fails, says what every open window showed: its text on the console, which is all that a machine
 * without a screen keeps, and its picture beside the test's output.
 */
export const test = base.extend<FailureReport>({
  textShown: [1_500, { option: true }],
  windowsOnFailure: [
    async ({ textShown }, use, info) => {
      await use()
      if (info.status === info.expectedStatus) return
      for (const [n, page] of openWindows().entries()) {
        const text = await page.innerText('body', { timeout: 5_000 }).catch(String)
        console.log(`Window ${n + 1} showed:\n${text.slice(0, textShown)}`)
        const path = info.outputPath(`window-${n + 1}.png`)
        await page.screenshot({ path, timeout: 5_000 }).catch((fault: unknown) => console.log(String(fault)))
      }
    },
    { auto: true },
  ],
})
