import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-opening-'))

test.afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('the page holds the browser’s store open from its start, so that it is not being put away while a passphrase is typed', async () => {
  const { desk, page } = await openSampleDesk(join(folder, 'awake'))
  const whatHoldsIt = () =>
    page.evaluate(
      () =>
        new Promise<string>((resolve) => {
          const deletion = indexedDB.deleteDatabase('hukou-desk-awake')
          for (const kind of ['blocked', 'success', 'error'])
            deletion.addEventListener(kind, () => resolve(kind))
        }),
    )
  expect(await whatHoldsIt()).toBe('blocked')
  await desk.close()
})

test('a desk that stands still while it opens offers to start over, and opens then', async () => {
  const { clerk, desk, page } = await openSampleDesk(join(folder, 'desk'))
  await clerk.signIn(users.officer.name)
  await clerk.leave()
  // A database that never answers; and nobody waits twenty seconds here.
  await page.evaluate(() => {
    const wait = window.setTimeout.bind(window)
    Object.assign(window, {
      setTimeout: (then: () => void, ms?: number) => wait(then, Math.min(ms ?? 0, 500)),
    })
    indexedDB.open = () => Object.assign(new EventTarget(), { readyState: 'pending' }) as IDBOpenDBRequest
  })
  await clerk.givePassphrase(users.officer.name)
  await expect(page.getByRole('status')).toContainText('在等数据库')
  mkdirSync('out/opening', { recursive: true })
  await page.screenshot({ path: 'out/opening/stands-still.png' })
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByRole('form', { name: '登录' }).waitFor()
  await clerk.signIn(users.officer.name)
  await desk.close()
})
