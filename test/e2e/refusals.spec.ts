import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-refusals-'))
const pictures = 'out/refusals'
let open: SampleDesk

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  open = await openSampleDesk(join(folder, 'desk'))
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

async function openRefusedCase() {
  const { page } = open
  await page.keyboard.press('Alt+5')
  // By its card: the screen before may still be there for a moment, and has rows of its own.
  const refused = page.locator('.ant-card').filter({ hasText: /^市局退回，要有人处理/ })
  await refused.locator('tr[tabindex="0"]').first().click()
  await expect(page.locator('[data-refusal]').first()).toBeVisible()
}

async function countOnTheStrip(): Promise<number> {
  const words = await open.page.locator('.conscience .alarm').first().textContent()
  return Number(words?.match(/\d+/)?.[0] ?? 0)
}

test('a refused step stands with its reason, and no step is offered before somebody decides', async () => {
  const { page } = open
  await openRefusedCase()
  const panel = page.locator('[data-refusal]').first()
  await expect(panel).toContainText('市局没有收这件案件')
  await expect(page.getByRole('button', { name: '批准' })).toHaveCount(0)
  await page.screenshot({ path: join(pictures, 'refused.png'), fullPage: true })
})

test('it is handed to a colleague and stays open, then the city’s version is taken and it is closed', async () => {
  const { page } = open
  const before = await countOnTheStrip()
  const panel = page.locator('[data-refusal]').first()
  await panel.getByLabel('怎样处理的').fill('请核对迁入地的答复')
  await panel.getByRole('combobox', { name: '交给谁' }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: users.chief.name }).click()
  await panel.getByRole('button', { name: '交给同事' }).click()
  await expect(panel).toContainText(`交给${users.chief.name}处理：请核对迁入地的答复`)
  expect(await countOnTheStrip()).toBe(before)
  await page.screenshot({ path: join(pictures, 'handed-on.png'), fullPage: true })
  await panel.getByRole('button', { name: '以市局的为准，我已处理' }).click()
  await expect(page.locator('[data-refusal]')).toHaveCount(0)
  await expect.poll(countOnTheStrip).toBe(before - 1)
  await page.screenshot({ path: join(pictures, 'closed.png'), fullPage: true })
})

test('another one is handed in again as it was, and waits for the line as a new step', async () => {
  const { page } = open
  await openRefusedCase()
  const before = await countOnTheStrip()
  const panel = page.locator('[data-refusal]').first()
  await panel.getByRole('button', { name: '照本机的再报一次' }).click()
  await expect(page.locator('[data-refusal]')).toHaveCount(0)
  await expect.poll(countOnTheStrip).toBe(before - 1)
  await expect(page.locator('[data-delivery="waiting"]')).toHaveCount(1)
  await page.screenshot({ path: join(pictures, 'again.png'), fullPage: true })
})
