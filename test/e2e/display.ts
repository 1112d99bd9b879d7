import { someDisplay } from '../../build/virtual-display.mjs'

/** Before all tests: a display to show windows on. Playwright loads it by its default export. */
async function setUpDisplay(): Promise<void> {
  const display = await someDisplay()
  if (display !== undefined) process.env['DISPLAY'] = display
}

export { setUpDisplay as default }
