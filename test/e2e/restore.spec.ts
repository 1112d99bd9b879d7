import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { verifyTrail } from '../../shared/trail/trail-chain.ts'
import { cityPackage, readFixtures, stationPackage } from '../walk-in/sample.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { cityHolds } from './city-holds.ts'
import { expect, test } from './desk-test.ts'
import { launchDesk, type LaunchedDesk } from './desk.ts'
import { dialogsAnswerWith } from './main-process.ts'
import { allAnswered, formAsShown, openOnlyDraft, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users, blankSerials, familyOfFour, reissuable } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-restore-'))
const copy = join(folder, 'stick', 'desk')
const restored = join(folder, 'new')
const pictures = 'out/restore'
let city: Awaited<ReturnType<typeof startSampleCity>>
let old: SampleDesk
let desk: LaunchedDesk
let number = ''
let recoveryCode = ''

test.describe.configure({ mode: 'serial' })
const sees = expect.configure({ timeout: 90_000 })

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage })
  old = await openSampleDesk(join(folder, 'old'), city.address)
})

test.afterAll(async () => {
  await desk.close()
  await old.desk.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

/** A practice machine that waits for a broken one's data instead of setting itself up. */
async function openEmptyMachine(dataFolder: string): Promise<LaunchedDesk> {
  const switches = ['--take-place']
  const opened = await launchDesk({ dataFolder, package: stationPackage, city: city.address, switches })
  await opened.page.setViewportSize({ width: 1366, height: 768 })
  opened.page.setDefaultTimeout(90_000)
  await opened.page.getByRole('button', { name: '机器坏了，用这台接替' }).click()
  return opened
}

/** This folder is chosen in the system's own dialog. */
async function choose({ app, page }: LaunchedDesk, path: string): Promise<void> {
  await dialogsAnswerWith(app, { toRead: path })
  await page.getByRole('button', { name: '选文件夹…' }).click()
}

interface Secret {
  readonly label: '口令' | '恢复码'
  readonly is: string
}

async function openWith({ page }: LaunchedDesk, opener: string, { label, is }: Secret): Promise<void> {
  await page.getByLabel('开启码').fill(samplePassphrase)
  await page.getByRole('combobox', { name: '用谁的口令打开' }).click()
  await page.locator('.ant-select-item-option', { hasText: opener }).click()
  await page.getByLabel(label, { exact: true }).fill(is)
  await page.getByRole('button', { name: '查看有什么' }).click()
}

const picture = (name: string) => desk.page.screenshot({ path: join(pictures, `${name}.png`) })

const deviceOf = ({ page }: LaunchedDesk) =>
  page.evaluate(async () => {
    const answer = (await window.station?.call('station.profile', {})) as { value: { device: string } }
    return answer.value.device
  })

async function toCity({ page }: LaunchedDesk): Promise<void> {
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '现在就发送' }).click()
}

test('a desk with unsent work and a draft breaks, and its folder is copied', async () => {
  test.setTimeout(400_000)
  await old.clerk.signIn(users.officer.name)
  await toCity(old.desk)
  await sees(old.page.locator('tr', { hasText: '本机登记' })).toContainText('已登记')
  // What the package brought unsent is at the city: from here on only what is done below is not.
  await sees(old.page.locator(allAnswered)).toBeVisible()
  await old.desk.close()
  old = await openSampleDesk(join(folder, 'old'))
  const { clerk, page } = old
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  number = await clerk.submit()
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(reissuable.holderCitizenId)
  await clerk.choose('lossKind', '遗失')
  await clerk.type('lossStatement', '机器坏之前打的话')
  await clerk.draftIsSaved()
  // The journal has what was typed a moment after the database.
  await page.waitForTimeout(3_000)
  await old.desk.kill9()
  cpSync(join(folder, 'old'), copy, { recursive: true })
})

test('a new machine shows what it found before it changes anything, and says in words what is wrong', async () => {
  test.setTimeout(400_000)
  desk = await openEmptyMachine(restored)
  await choose(desk, join(folder, 'city'))
  await sees(desk.page.getByRole('alert')).toContainText('不是户政台的数据文件夹')
  await picture('not-a-folder')
  await choose(desk, copy)
  await openWith(desk, users.officer.name, { label: '口令', is: '不是这个口令' })
  await sees(desk.page.getByRole('alert')).toContainText('口令不对')
  await picture('wrong-passphrase')
  await desk.page.getByLabel('口令', { exact: true }).fill(samplePassphrase)
  await desk.page.getByRole('button', { name: '查看有什么' }).click()
  const found = desk.page.locator('[data-found]')
  await sees(found).toContainText('草稿')
  await expect(found).toContainText(/草稿\s*1/)
  await expect(found).toContainText(/没有市局回执的步骤\s*1/)
  await picture('found')
})

test('it takes the old one’s place: the draft is there, what was unsent goes up once', async () => {
  test.setTimeout(400_000)
  const { page } = desk
  await page.getByRole('button', { name: '接替旧机器' }).click()
  await page.getByRole('form', { name: '登录' }).waitFor()
  const clerk = new Clerk(page)
  await clerk.signIn(users.officer.name)
  await sees(page.locator('[data-restored="whole"]')).toContainText('草稿 1')
  await picture('taken-over')
  await openOnlyDraft({ desk, page, clerk })
  expect((await formAsShown(page))['lossStatement']).toContain('机器坏之前打的话')
  await toCity(desk)
  await sees(page.locator(allAnswered)).toBeVisible()
  await sees(page.locator('[data-restored="not-heard"]')).toHaveCount(0)
  const device = await deviceOf(desk)
  const filed = (await cityHolds(city.address)).filter(({ action }) => action.device === device)
  expect(filed.map(({ action }) => action.facts['number'])).toEqual([number])
})

test('it goes on with the next sheet and with numbers that the old one cannot have used', async () => {
  test.setTimeout(500_000)
  const { page } = desk
  const clerk = new Clerk(page)
  await clerk.leave()
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.leave()
  await clerk.signIn(users.officer.name)
  await clerk.openCase(number)
  await clerk.print(blankSerials[0] ?? '')
  await clerk.waitForQuestion()
  await clerk.answer('出纸正常')
  await openOnlyDraft({ desk, page, clerk })
  await clerk.fillLossByHolder()
  const next = await clerk.submit()
  expect(Number(next.split('-')[3])).toBeGreaterThan(500)
  await toCity(desk)
  await sees(page.locator(allAnswered)).toBeVisible()
  const again = await page.evaluate(() => window.station?.call('restore.choose', {}))
  expect(again).toMatchObject({ ok: false, refusals: [{ code: 'already-set-up' }] })
  const device = await deviceOf(desk)
  const filed = (await cityHolds(city.address)).filter(({ action }) => action.device === device)
  const numbers = filed.flatMap(({ action }) => action.facts['number'] ?? [])
  expect(numbers).toEqual([number, next])
  const lines = readFileSync(join(restored, 'trail', 'trail.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
  expect(verifyTrail(lines)).toMatchObject({ whole: true })
})

test('the old machine comes back to life: the city takes nothing more of it, and its clerk is told', async () => {
  test.setTimeout(400_000)
  const before = await cityHolds(city.address)
  old = await openSampleDesk(join(folder, 'old'), city.address)
  old.page.setDefaultTimeout(90_000)
  await old.clerk.signIn(users.officer.name)
  await toCity(old.desk)
  await sees(old.page.getByText(/市局不收：本机的证书已被市局吊销/)).toBeVisible()
  await old.page.screenshot({ path: join(pictures, 'old-machine.png') })
  expect(await cityHolds(city.address)).toEqual(before)
})

test('without the old one’s data it says what cannot come back, and becomes another machine of the station', async () => {
  test.setTimeout(400_000)
  const oldDevice = await deviceOf(desk)
  await desk.close()
  desk = await openEmptyMachine(join(folder, 'without'))
  const { page } = desk
  await page.getByText('没有了').click()
  await expect(page.getByText(/草稿、没有发出去的步骤/)).toBeVisible()
  await picture('without')
  await page.getByRole('button', { name: '按新机器设置' }).click()
  await page.getByLabel('开启码').fill(samplePassphrase)
  await page.getByRole('button', { name: '查看底册' }).click()
  await page.getByLabel('站点管理员姓名').fill('接替管理样')
  await page.getByLabel('警号').fill('990100')
  await page.getByLabel('新口令', { exact: true }).fill('接替的口令Dd4')
  await page.getByLabel('再输一遍新口令').fill('接替的口令Dd4')
  await page.getByRole('button', { name: '设置本机' }).click()
  recoveryCode = (await page.getByTestId('recovery-code').textContent()) ?? ''
  await page.getByLabel('核对：请照纸上输入恢复码的最后四位').fill(recoveryCode.slice(-4))
  await page.getByRole('button', { name: '已放好，继续' }).click()
  await page.getByRole('navigation').waitFor()
  expect(await deviceOf(desk)).not.toBe(oldDevice)
  await picture('without-opened')
})

test('with every passphrase forgotten the recovery sheet opens the old one’s data, and no other code does', async () => {
  test.setTimeout(400_000)
  const oldDevice = await deviceOf(desk)
  await desk.kill9()
  cpSync(join(folder, 'without'), join(folder, 'stick', 'without'), { recursive: true })
  desk = await openEmptyMachine(join(folder, 'by-sheet'))
  const { page } = desk
  await choose(desk, join(folder, 'stick', 'without'))
  await openWith(desk, '用恢复单打开', {
    label: '恢复码',
    is: recoveryCode.split('-').toReversed().join('-'),
  })
  await sees(page.getByRole('alert')).toContainText('恢复码不对')
  await page.getByLabel('恢复码').fill(recoveryCode.toLowerCase().replaceAll('-', ' '))
  await page.getByRole('button', { name: '查看有什么' }).click()
  await sees(page.locator('[data-found]')).toContainText('前后相接')
  await picture('found-by-sheet')
  await page.getByRole('button', { name: '接替旧机器' }).click()
  await page.getByRole('form', { name: '登录' }).waitFor()
  await page.getByRole('button', { name: '忘了口令，用恢复单' }).click()
  await page.getByRole('combobox', { name: '您是' }).click()
  await page.locator('.ant-select-item-option', { hasText: '接替管理样' }).click()
  await page.getByLabel('恢复码').fill(recoveryCode)
  await page.getByLabel('新口令', { exact: true }).fill('恢复后的口令Ee5')
  await page.getByLabel('再输一遍新口令').fill('恢复后的口令Ee5')
  await page.getByRole('button', { name: '换成新口令并进入' }).click()
  await sees(page.locator('[data-restored="whole"]')).toBeVisible()
  expect(await deviceOf(desk)).toBe(oldDevice)
  await picture('taken-over-by-sheet')
})
