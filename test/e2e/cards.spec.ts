import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { insertSoftwareToken, softwareModule, type SoftwareToken } from '../cards/software-token.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-cards-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/cards'
let token: SoftwareToken
let open: SampleDesk

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  token = insertSoftwareToken('样户籍的卡', '654321')
  open = await openSampleDesk(dataFolder)
})

test.afterAll(async () => {
  await open.desk.close()
  token.destroy()
  rmSync(folder, { recursive: true, force: true })
})

test('a clerk signs in with passphrase, card and PIN; the card taken out locks the desk; lost, the administrator helps', async () => {
  test.setTimeout(180_000)
  const { page, clerk } = open
  await clerk.signIn(users.officer.name)
  await page.keyboard.press('Alt+7')
  await expect(page.getByText('我的口令')).toBeVisible()
  await expect(page.getByLabel('智能卡 PIN')).toHaveCount(0)
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  const module = page.getByLabel(/PKCS#11 驱动文件/)
  const save = page.getByRole('button', { name: /^保\s*存$/ })
  await module.fill('/etc/passwd')
  await save.click()
  await expect(page.getByRole('alert')).toContainText('没有驱动文件')
  await module.fill(softwareModule)
  await save.click()
  await expect(page.getByRole('alert')).toContainText('已保存')
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await page.keyboard.press('Alt+7')
  await page.getByRole('combobox', { name: '选一把卡上的钥匙' }).click()
  await page.locator('.ant-select-item-option:visible', { hasText: token.label }).click()
  await page.getByLabel('智能卡 PIN').fill('000000')
  await page.getByLabel('我的口令').fill(samplePassphrase)
  await page.getByRole('button', { name: /绑\s*定/ }).click()
  await expect(page.getByRole('alert')).toContainText('PIN 不对，没有绑定')
  await page.getByLabel('智能卡 PIN').fill(token.pin)
  await page.getByLabel('我的口令').fill(samplePassphrase)
  await page.getByRole('button', { name: /绑\s*定/ }).click()
  await expect(page.getByRole('alert')).toContainText('已绑定')
  await page.screenshot({ path: `${pictures}/bound.png`, fullPage: true })
  token.takeOut()
  await page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  await page.getByRole('combobox', { name: '您是' }).click()
  await page.locator('.ant-select-item-option', { hasText: users.officer.name }).click()
  const enter = async () => {
    await page.getByLabel('口令', { exact: true }).fill(samplePassphrase)
    await page.getByLabel('智能卡 PIN').fill(token.pin)
    await page.getByRole('button', { name: /进\s*入/ }).click()
  }
  await enter()
  await expect(page.getByRole('alert')).toContainText('没有找到您的智能卡')
  await page.screenshot({ path: `${pictures}/card-missing.png` })
  token.putIn()
  await enter()
  await page.getByRole('navigation').waitFor()
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  await page.getByLabel('首次口令').fill('重给的口令Aa1')
  const row = page.getByRole('row', { name: new RegExp(users.officer.name) })
  await row.getByRole('button', { name: '重给口令' }).click()
  await expect(page.getByText('已办好')).toBeVisible()
  await clerk.leave()
  await page.getByRole('combobox', { name: '您是' }).click()
  await page.locator('.ant-select-item-option', { hasText: users.officer.name }).click()
  await expect(page.getByLabel('智能卡 PIN')).toHaveCount(0)
  const trail = readFileSync(join(dataFolder, 'trail/trail.jsonl'), 'utf8')
  expect(trail).toContain('"card-bound"')
  expect(trail).not.toContain(token.pin)
})
