import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { noCity, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users, blankSerials } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-leases-'))
const pictures = 'out/leases'
let one: SampleDesk
let other: SampleDesk

test.describe.configure({ mode: 'serial' })

const sees = expect.configure({ timeout: 90_000 })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  one = await openSampleDesk(join(folder, 'one'))
  other = await openSampleDesk(join(folder, 'other'), noCity, ['--another-machine'])
  for (const { page } of [one, other]) {
    await page.setViewportSize({ width: 1366, height: 768 })
    // Two programs share the machine.
    page.setDefaultTimeout(90_000)
  }
})

test.afterAll(async () => {
  await one.desk.close()
  await other.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function showStock({ page }: SampleDesk): Promise<void> {
  await page.keyboard.press('Alt+4')
  await page.getByRole('tab', { name: '空白证件' }).click()
  await page.locator('[data-leases]').waitFor()
}

const picture = (page: Page, name: string) => page.screenshot({ path: join(pictures, `${name}.png`) })

test('set up from one package and without a line, one machine holds its blocks, the other none and is told what to do', async () => {
  test.setTimeout(400_000)
  await one.clerk.signIn(users.officer.name)
  await other.clerk.signIn(users.officer.name)
  await showStock(one)
  await sees(one.page.locator('[data-leases="2"]')).toContainText(blankSerials[0] ?? '')
  await sees(one.page.locator('[data-leases="2"]')).toContainText('个工作日')
  await picture(one.page, 'own-blocks')
  await showStock(other)
  await sees(other.page.locator('[data-leases="0"]')).toContainText('本机还没有号段')
  await sees(other.page.locator('[data-leases="0"]')).toContainText('和市局连通一次')
  await sees(other.page.locator('.strip [data-blanks="0"]')).toBeVisible()
  await picture(other.page, 'no-block-yet')
})
