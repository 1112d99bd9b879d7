import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { cityHolds } from './city-holds.ts'
import { expect, test } from './desk-test.ts'
import { allAnswered, expectCaseStatus, type SampleDesk } from './sample-desk.ts'
import { openTwoSampleDesks } from './two-sample-desks.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-handed-'))
const pictures = 'out/e2e-pictures'
let one: SampleDesk
let other: SampleDesk
let port: number
/** Acceptance number of the case whose step is refused. */
let number = ''
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined

test.describe.configure({ mode: 'serial' })

const sees = expect.configure({ timeout: 60_000 })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  ;({ one, other, port } = await openTwoSampleDesks(folder))
  await one.clerk.signIn(users.officer.name)
  await other.clerk.signIn(users.otherOfficer.name)
})

test.afterAll(async () => {
  await one.desk.close()
  await other.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

async function speak(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '现在就发送' }).click()
  await sees(page.locator(allAnswered)).toBeVisible()
}

const card = (page: Page, title: RegExp) => page.locator('.ant-card').filter({ hasText: title })

test('while a refusal is on this desk alone, its machine cannot be closed down', async () => {
  test.setTimeout(400_000)
  const todo = card(one.page, /^待办/)
  number = (await todo.locator('tr[tabindex="0"] td').first().textContent()) ?? ''
  // No line yet: the colleague takes the case at the other machine, the clerk goes on with it here.
  await other.clerk.openCase(number)
  await other.page.locator('[data-holding]').getByRole('button', { name: '由我办理' }).click()
  await other.page.locator('[data-step="claim"]').waitFor()
  await one.clerk.openCase(number)
  await one.page.getByLabel('申请人撤回的理由').fill('申请人改在迁入地办理')
  await one.page.getByRole('button', { name: '申请人撤回' }).click()
  await one.page.locator('[data-step="withdraw"]').waitFor()
  await one.page.keyboard.press('Alt+5')
  await one.page.getByRole('button', { name: '暂停联网（演练）' }).click()
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  await speak(other.page)
  await one.page.getByRole('button', { name: '恢复联网' }).click()
  await speak(one.page)
  await one.clerk.openCase(number)
  const refusal = one.page.locator('[data-refusal="withdraw"]')
  await sees(refusal).toContainText(`本案由${users.otherOfficer.name}`)
  await one.clerk.leave()
  await one.clerk.signIn(users.administrator.name)
  await one.page.keyboard.press('Alt+7')
  const closing = one.page.locator('[data-closed-down]')
  await sees(closing).toContainText('还有 1 步市局退回没有处理')
  await sees(closing.getByRole('button', { name: '退回全部号段，停用本机' })).toBeDisabled()
  await one.clerk.leave()
  await one.clerk.signIn(users.officer.name)
})

test('a step that the city refused is handed to a colleague, and this machine knows it as handed on', async () => {
  test.setTimeout(400_000)
  await one.clerk.openCase(number)
  const refusal = one.page.locator('[data-refusal="withdraw"]')
  const before = Number(
    (await one.page.locator('.conscience .alarm').first().textContent())?.match(/\d+/)?.[0],
  )
  await refusal.getByLabel('怎样处理的').fill('案件在您手里，请看是否撤回')
  await refusal.getByRole('combobox', { name: '交给谁' }).click()
  await one.page.locator('.ant-select-item-option:visible', { hasText: users.otherOfficer.name }).click()
  await refusal.getByRole('button', { name: '交给同事' }).click()
  const handed = one.page.locator('[data-handed-refusal="withdraw"]')
  await sees(handed).toContainText(`${users.officer.name}交给${users.otherOfficer.name}处理：案件在您手里`)
  await sees(refusal).toHaveCount(0)
  await sees(one.page.locator('[data-handed-on="1"]')).toBeVisible()
  await sees(one.page.locator('.conscience .alarm').first()).toContainText(String(before - 1))
  await one.page.screenshot({ path: join(pictures, 'refusal-handed-on.png'), fullPage: true })
  await speak(one.page)
  await one.page.screenshot({ path: join(pictures, 'refusal-handed-on-sync.png'), fullPage: true })
})

test('the colleague finds it on another machine, compares the versions, prints nothing, and says it again', async () => {
  test.setTimeout(400_000)
  const { page, clerk } = other
  await speak(page)
  await page.keyboard.press('Alt+1')
  const toMe = card(page, /^转给我的/)
  await sees(toMe.getByRole('cell', { name: number })).toBeVisible()
  await page.screenshot({ path: join(pictures, 'refusal-handed-to-me.png'), fullPage: true })
  await page.keyboard.press('Alt+5')
  await sees(page.locator('[data-news="others"]').filter({ hasText: '转交退回' })).toBeVisible()
  await page.screenshot({ path: join(pictures, 'refusal-handed-digest.png'), fullPage: true })
  await clerk.openCase(number)
  const handed = page.locator('[data-handed-refusal="withdraw"]')
  await sees(handed).toContainText(`${users.officer.name}交给${users.otherOfficer.name}处理：案件在您手里`)
  await sees(handed).toContainText('已撤回')
  await sees(page.getByRole('button', { name: '申请人撤回' })).toHaveCount(0)
  await page.getByRole('tab', { name: '文书' }).click()
  await sees(page.getByText('处理以前不出文书')).toBeVisible()
  await page.screenshot({ path: join(pictures, 'refusal-handed-compared.png'), fullPage: true })
  await handed.getByRole('button', { name: /的再报一次$/ }).click()
  await sees(handed).toHaveCount(0)
  await expectCaseStatus(page, '已撤回')
  await speak(page)
})

test('the first machine shows it accepted, and nothing is left to decide there', async () => {
  test.setTimeout(400_000)
  const { page, clerk } = one
  await speak(page)
  await clerk.openCase(number)
  await expectCaseStatus(page, '已撤回')
  await sees(page.locator('[data-handed-refusal], [data-refusal]')).toHaveCount(0)
  await sees(page.locator('[data-handed-on]')).toHaveCount(0)
  await sees(page.locator('[data-step="settleRefusal"][data-delivery="received"]')).toHaveCount(1)
  await sees(page.locator('[data-step="withdraw"][data-delivery="received"]')).toHaveCount(1)
  await page.screenshot({ path: join(pictures, 'refusal-said-again.png'), fullPage: true })
  const filed = (await cityHolds(`https://127.0.0.1:${port}`)).map(({ action }) => action)
  const { caseId } = filed.find(({ step }) => step === 'handRefusal') ?? {}
  const steps = filed.filter((action) => action.caseId === caseId).map(({ step }) => step)
  expect(steps.slice(-3)).toEqual(['handRefusal', 'settleRefusal', 'withdraw'])
})
