import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { codeOnSheet } from '../walk-in/code-on-sheet.ts'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { freePort, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { familyOfFour, users, blankSerials } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-proof-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/proof'
let open: SampleDesk
let cityPort = 0
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined
let code = ''
let digits = ''

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  cityPort = await freePort()
  open = await openSampleDesk(dataFolder, `https://127.0.0.1:${cityPort}`)
})

test.afterAll(async () => {
  await open.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

test('a certificate printed without a line carries a code that can be read off the paper', async () => {
  const { clerk } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  const number = await clerk.submit()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  digits = blankSerials[0]?.slice(-8) ?? ''
  await clerk.print(digits)
  await clerk.waitForQuestion()
  await clerk.answer('出纸正常')
  code = codeOnSheet(join(dataFolder, 'printed'), pictures)
  expect(code).toMatch(/^HZ1\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]{86}$/)
})

test('the station verifies it without a line, and any change shows as forged', async () => {
  const { page } = open
  await page.keyboard.press('F7')
  const box = page.getByRole('textbox').first()
  await box.fill(code)
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
  await expect(page.getByText('还没有从市局取得')).toBeVisible()
  await page.getByLabel('证件编号后八位').fill(digits)
  await page.getByLabel('人数').fill('4')
  await page.screenshot({ path: `${pictures}/valid.png` })
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
  await page.getByLabel('人数').fill('3')
  await expect(page.locator('[data-verdict="forged"]')).toBeVisible()
  await page.screenshot({ path: `${pictures}/forged.png` })
  await page.getByLabel('人数').fill('4')
  const at = Math.floor(code.length / 3)
  await box.fill(code.slice(0, at) + (code[at] === 'A' ? 'B' : 'A') + code.slice(at + 1))
  await expect(page.locator('[data-verdict="forged"]')).toBeVisible()
  await box.fill('https://example.invalid/certificate/1')
  await expect(page.locator('[data-verdict="not-ours"]')).toBeVisible()
})

test('a picture of the paper is read as well', async () => {
  const { page } = open
  const picture =
    readdirSync(pictures).find((name) => name.startsWith('sheet') && name.endsWith('.png')) ?? ''
  await page.locator('input[type=file]').setInputFiles(join(pictures, picture))
  await expect(page.getByRole('textbox').first()).toHaveValue(code)
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
})

test('with the line the city certifies the machine, anchors its trail and hands out its lists', async () => {
  const { page, clerk } = open
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port: cityPort })
  await page.locator('[data-line="up"]').waitFor({ timeout: 60_000 })
  await expect
    .poll(() => readFileSync(join(dataFolder, 'trail/trail.jsonl'), 'utf8').includes('"anchored"'))
    .toBe(true)
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('F7')
  await expect(page.getByText(/从市局取得/)).not.toContainText('还没有')
  await page.getByRole('textbox').first().fill(code)
  await expect(page.locator('[data-verdict="valid"]')).toBeVisible()
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await page.keyboard.press('Alt+7')
  await page.getByRole('button', { name: '操作记录' }).click()
  await expect(page.getByText(/记录完整：\d+ 条/)).toBeVisible()
  await page.getByRole('button', { name: '导出并附核对结果' }).click()
  await expect(page.getByText(/已存为 操作记录/)).toBeVisible()
  await page.screenshot({ path: `${pictures}/trail.png` })
})
