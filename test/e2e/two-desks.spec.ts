import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { z } from 'zod'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { signedSteps } from './city-signatures.ts'
import { cityHolds } from './city-holds.ts'
import { allAnswered, type SampleDesk } from './sample-desk.ts'
import { openTwoSampleDesks } from './two-sample-desks.ts'

const { familyOfFour, printingCase, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-two-'))
const pictures = 'out/two-desks'
let one: SampleDesk
let other: SampleDesk
let port: number
/** Acceptance number of the case that both desks reach for. */
let number = ''
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined

test.describe.configure({ mode: 'serial' })

const sees = expect.configure({ timeout: 60_000 })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  ;({ one, other, port } = await openTwoSampleDesks(folder))
})

test.afterAll(async () => {
  await one.desk.close()
  await other.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

const holding = (page: Page) => page.locator('[data-holding]')

async function speak(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '现在就发送' }).click()
  await sees(page.locator(allAnswered)).toBeVisible()
}

/** Acceptance number of a case that the sample station brings with it. */
async function numberOf(caseId: string): Promise<string> {
  const { filed, unsent } = await readStationPackage()
  const opening = [...filed.map(({ action }) => action), ...unsent].find((action) => action.caseId === caseId)
  return z.string().parse(opening?.facts.number)
}

/** A lost certificate, taken in at the other machine and known at both. */
async function anotherCaseToDecide(): Promise<string> {
  const { clerk, page } = other
  await clerk.leave()
  await clerk.signIn(users.otherOfficer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  const taken = await clerk.submit()
  await speak(page)
  await speak(one.page)
  return taken
}

test('two machines of one station, no line: each claims the same case for its own clerk', async () => {
  test.setTimeout(400_000)
  await one.clerk.signIn(users.officer.name)
  await other.clerk.signIn(users.otherOfficer.name)
  const todo = one.page.locator('.ant-card').filter({ hasText: /^待办/ })
  number = (await todo.locator('tr[tabindex="0"] td').first().textContent()) ?? ''
  for (const { clerk, page } of [one, other]) {
    await clerk.openCase(number)
    await holding(page).getByRole('button', { name: '由我办理' }).click()
    await sees(holding(page)).toContainText('由您办理')
  }
  await one.page.screenshot({ path: join(pictures, 'held-here.png') })
})

test('the line returns: the first claim stands on both, the other is told and can take the city’s', async () => {
  test.setTimeout(400_000)
  // Both lines come back by themselves; the other one is held, so that it is known who speaks first.
  await other.page.keyboard.press('Alt+5')
  await other.page.getByRole('button', { name: '暂停联网（演练）' }).click()
  // It is so busy that it keeps everything first, and judges it after.
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port, atOnce: 0 })
  await speak(one.page)
  await other.page.getByRole('button', { name: '恢复联网' }).click()
  await speak(other.page)
  await other.clerk.openCase(number)
  const refusal = other.page.locator('[data-refusal="claim"]')
  await sees(refusal).toContainText(`已经交到${users.officer.name}手里`)
  await other.page.screenshot({ path: join(pictures, 'claimed-twice.png') })
  await refusal.getByLabel('怎样处理的').fill('由先办的同事办理')
  await refusal.getByRole('button', { name: '以市局的为准，我已处理' }).click()
  await sees(holding(other.page)).toContainText(`由${users.officer.name}在`)
  await sees(other.page.getByRole('button', { name: '申请人撤回' })).toHaveCount(0)
  await other.page.screenshot({ path: join(pictures, 'held-elsewhere.png') })
})

test('a chief approves what a colleague has corrected meanwhile: refused, all three versions side by side, and nothing printed', async () => {
  test.setTimeout(400_000)
  const toDecide = await anotherCaseToDecide()
  // One machine is held: its chief decides on the form as it was.
  await one.clerk.leave()
  await one.clerk.signIn(users.chief.name)
  await one.page.keyboard.press('Alt+5')
  await one.page.getByRole('button', { name: '暂停联网（演练）' }).click()
  await one.clerk.openCase(toDecide)
  await one.clerk.approve()
  // At the other one the chief sends it back, and the clerk corrects it.
  await other.clerk.leave()
  await other.clerk.signIn(users.chief.name)
  await other.clerk.openCase(toDecide)
  await other.page.getByLabel('意见').fill('请写明丢失的地点')
  await other.page.getByRole('button', { name: /退回补正/ }).click()
  await other.page.locator('[data-step="return"]').waitFor()
  await other.clerk.leave()
  await other.clerk.signIn(users.otherOfficer.name)
  await other.clerk.openCase(toDecide)
  await other.page.getByRole('button', { name: '打开补正' }).click()
  await other.clerk.type('lossStatement', '在新惠镇客运站候车时丢失')
  await other.clerk.draftIsSaved()
  // Left and opened again, it is the same correction.
  await other.clerk.openCase(toDecide)
  await other.page.getByRole('button', { name: '打开补正' }).click()
  await sees(other.clerk.field('lossStatement').locator('textarea').first()).toHaveValue(
    '在新惠镇客运站候车时丢失',
  )
  await other.page.getByRole('button', { name: /补正后送审/ }).click()
  await other.page.locator('[data-step="amend"]').waitFor()
  await speak(other.page)
  await one.page.keyboard.press('Alt+5')
  await one.page.getByRole('button', { name: '恢复联网' }).click()
  await speak(one.page)
  await one.clerk.openCase(toDecide)
  const refusal = one.page.locator('[data-refusal="approve"]')
  await sees(refusal).toContainText(`后来${users.otherOfficer.name}改过`)
  const line = refusal.getByRole('row').filter({ hasText: '在新惠镇客运站候车时丢失' })
  await sees(line).toHaveCount(1)
  await one.page.getByRole('tab', { name: '文书' }).click()
  await sees(one.page.getByText('处理以前不出文书')).toBeVisible()
  await one.page.screenshot({ path: join(pictures, 'approved-another-form.png'), fullPage: true })
  await refusal.getByRole('button', { name: '照本机的再报一次' }).click()
  await sees(refusal).toHaveCount(0)
  await sees(one.page.locator('[data-step="approve"]')).toHaveCount(2)
  await speak(one.page)
})

test('a chief at the other machine takes everything over from the clerk in one act, with a reason', async () => {
  test.setTimeout(400_000)
  const { page, clerk } = other
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await page.getByRole('button', { name: '交接案件' }).click()
  await page.getByRole('combobox', { name: '谁的案件' }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: users.officer.name }).click()
  await page.getByRole('combobox', { name: '交给谁' }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: users.otherOfficer.name }).click()
  await page.getByLabel('理由').fill('休假至下周五')
  await page.screenshot({ path: join(pictures, 'handing-over.png') })
  await page.getByRole('button', { name: /^全部交出/ }).click()
  await sees(page.getByRole('status').filter({ hasText: `交给${users.otherOfficer.name}` })).toBeVisible()
  await page.screenshot({ path: join(pictures, 'handed-over.png') })
  await speak(page)
  await speak(one.page)
  await one.clerk.openCase(number)
  await sees(holding(one.page)).toContainText(`由${users.otherOfficer.name}办理`)
  await one.page.screenshot({ path: join(pictures, 'given-away.png') })
})

test('a sheet in the other machine’s printer is asked about there, or here once the chief took the case over', async () => {
  test.setTimeout(400_000)
  const { page, clerk } = other
  const inPrinter = await numberOf(printingCase)
  await clerk.leave()
  await clerk.signIn(users.otherOfficer.name)
  await clerk.openCase(inPrinter)
  await sees(page.getByRole('heading', { name: /^证件在 .+ 机打印$/ })).toBeVisible()
  await sees(page.locator('.answers')).toHaveCount(0)
  await page.screenshot({ path: join(pictures, 'printed-elsewhere.png'), fullPage: true })
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(inPrinter)
  await page.getByLabel('理由').fill('那台机器坏了，实物已看')
  await page.screenshot({ path: join(pictures, 'printed-elsewhere-chief.png'), fullPage: true })
  await page.getByRole('button', { name: /^接\s*管$/ }).click()
  await page.locator('[data-step="takeOver"]').waitFor()
  await clerk.answer('出纸正常')
  await speak(page)
  await speak(one.page)
  await one.clerk.openCase(inPrinter)
  await sees(one.page.locator('[data-step="confirmSheet"]')).toHaveCount(1)
})

test('under each step of the two machines the city holds the signature of whoever took it', async () => {
  const steps = await signedSteps(join(folder, 'city'))
  const taken = steps.filter(({ step }) => step === 'claim' || step === 'takeOver')
  expect(taken.length).toBeGreaterThan(1)
  for (const { signedBy, policeNumber } of taken) expect(signedBy).toBe(policeNumber)
  expect(new Set(taken.map(({ signedBy }) => signedBy)).size).toBe(2)
})

test('the city holds each hand-over once, and no step of two desks on one holding', async () => {
  const filed = (await cityHolds(`https://127.0.0.1:${port}`)).map(({ action }) => action)
  expect(new Set(filed.map(({ id }) => id)).size).toBe(filed.length)
  const held = filed.find(({ step }) => step === 'claim')
  const ofTheCase = filed.filter(({ caseId }) => caseId === held?.caseId).map(({ step }) => step)
  expect(ofTheCase.filter((step) => step === 'claim')).toHaveLength(1)
  expect(ofTheCase.filter((step) => step === 'takeOver')).toHaveLength(1)
})
