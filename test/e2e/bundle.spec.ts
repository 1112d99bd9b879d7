import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Page } from '@playwright/test'
import { startSampleCity } from '../../build/sample-city.mjs'
import { samplePassphrase } from '../../shared/people/sample-station.ts'
import { digestOf } from '../builders/pictures.ts'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { dumpDatabase } from './database-dump.ts'
import { dialogsAnswerWith } from './main-process.ts'
import { noCity, openSampleDesk, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'

const { familyOfFour, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-bundle-'))
const cityData = join(folder, 'city')
const stick = join(folder, 'stick')
const bundle = join(stick, 'day.hukou')
const answer = join(stick, 'day-answer.hukou')
const run = promisify(execFile)
let open: SampleDesk
let number = ''
let blocksBefore = 0
let scan: Buffer

test.describe.configure({ mode: 'serial' })

/** A desk that met the city once; then the line is gone for good, and the city's process has ended. */
test.beforeAll(async () => {
  test.setTimeout(240_000)
  mkdirSync(stick)
  const city = await startSampleCity({ data: cityData, cityPackage })
  open = await openSampleDesk(join(folder, 'desk'), city.address)
  await open.clerk.signIn(users.officer.name)
  await expect.poll(() => knowsCity(open.page), { timeout: 30_000 }).toBe(true)
  await open.desk.close()
  await city.close()
  open = await openSampleDesk(join(folder, 'desk'), noCity)
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

function knowsCity(page: Page): Promise<boolean> {
  return page.evaluate(async () => {
    const known = (await window.station?.call('proof.known', {})) as { readonly value: { lists?: unknown } }
    return known.value.lists !== undefined
  })
}

/** The file dialogs of the system answer with the stick. */
async function chooseOnStick(path: string): Promise<void> {
  await dialogsAnswerWith(open.desk.app, { toWrite: path, toRead: path })
}

async function giveProofWhenAsked(page: Page): Promise<void> {
  const dialog = page.getByRole('dialog', { name: '请再输入一次口令' })
  const done = page.getByRole('status').filter({ hasText: /U盘|回执/ })
  await expect(dialog.or(done).first()).toBeVisible()
  if (!(await dialog.isVisible())) return
  await dialog.getByRole('textbox').fill(samplePassphrase)
  await page.keyboard.press('Enter')
}

async function toSync(page: Page): Promise<void> {
  await page.keyboard.press('Alt+5')
  await page.getByRole('button', { name: '导出到U盘' }).waitFor()
}

async function showStock(page: Page): Promise<void> {
  await page.keyboard.press('Alt+4')
  await page.getByRole('tab', { name: '空白证件' }).click()
  await page.locator('[data-leases]').waitFor()
}

test('a block of numbers that is wanted without a line waits for the stick, and says so', async () => {
  const { page } = open
  await showStock(page)
  await page.getByRole('button', { name: '再领一段' }).click()
  await expect(page.getByText(/已记下 \d+ 项领用.*随下一次U盘交换办理/)).toBeVisible()
  blocksBefore = Number(await page.locator('[data-leases]').getAttribute('data-leases'))
  await page.screenshot({ path: join('out', 'test-results', 'bundle-block-asked.png') })
})

async function seeScan(state: string): Promise<void> {
  await open.page.getByRole('tab', { name: /材料/ }).click()
  await expect(open.page.locator(`[data-scan-state="${state}"]`)).toHaveCount(1)
}

test('a case taken in without a line is put on the stick with its scan, and every step says so', async () => {
  const { clerk, page } = open
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  scan = await pageThatSays('身份证件复印件')
  await page.keyboard.press('F6')
  await page
    .locator('.scans input[type=file]')
    .first()
    .setInputFiles([{ name: '身份证件复印件.pdf', mimeType: 'application/pdf', buffer: scan }])
  await expect(page.locator('.scan')).toHaveCount(1)
  number = await clerk.submit()
  await toSync(page)
  await chooseOnStick(bundle)
  await page.getByRole('button', { name: '导出到U盘' }).click()
  await giveProofWhenAsked(page)
  await expect(page.getByText(/已写到U盘并读回核对：day\.hukou，第 1 份，2 步，扫描件 1 件/)).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.locator('[data-scans-on-stick="1"]')).toBeVisible()
  await expect(page.locator('[data-waiting="0"]')).toBeVisible()
  await expect(page.locator('[data-on-stick]')).toBeVisible()
  const { outbox, attachments } = await dumpDatabase(page)
  const marked = [...Object.values(outbox ?? {}), ...Object.values(attachments ?? {})]
  expect(marked).toHaveLength(3)
  for (const row of marked) expect(row).toContain('"bundle":1')
  expect(existsSync(`${bundle}.part`)).toBe(false)
  await page.screenshot({ path: join('out', 'test-results', 'bundle-written.png') })
  await page.locator('[data-scans-on-stick]').scrollIntoViewIfNeeded()
  await page.screenshot({ path: join('out', 'test-results', 'bundle-scans.png') })
  await clerk.openCase(number)
  expect(await clerk.deliveries()).toEqual(['on-stick', 'on-stick'])
  await seeScan('on-stick')
  await page.screenshot({ path: join('out', 'test-results', 'bundle-scan-on-stick.png') })
})

test('nothing on the stick can be read: not a name, not a number, nothing of a scan', async () => {
  const bytes = readFileSync(bundle)
  for (const text of ['%PDF', '/Title', '%%EOF', digestOf(scan)]) expect(bytes.includes(text)).toBe(false)
  for (const text of [familyOfFour.holderCitizenId, familyOfFour.holderName, number, users.officer.name])
    expect(bytes.includes(text)).toBe(false)
})

test('a marked step is still marked after the power failed', async () => {
  await open.desk.kill9()
  open = await openSampleDesk(join(folder, 'desk'), noCity)
  await open.clerk.signIn(users.officer.name)
  await expect(open.page.locator('[data-on-stick]')).toBeVisible()
})

test('a machine whose steps and scans have no receipt yet cannot be closed down', async () => {
  const { clerk, page } = open
  await clerk.leave()
  await clerk.signIn(users.administrator.name)
  await page.keyboard.press('Alt+7')
  const card = page.locator('[data-closed-down]')
  await card.scrollIntoViewIfNeeded()
  await expect(card).toContainText('还有 2 步没有市局的回执')
  await expect(card).toContainText('还有 1 件扫描件没有市局的回执')
  // What the starting package says was refused lies at every machine of the station.
  await expect(card).not.toContainText('市局退回没有处理')
  await expect(card.getByRole('button', { name: '退回全部号段，停用本机' })).toBeDisabled()
  await page.screenshot({ path: join('out', 'test-results', 'bundle-close-down.png') })
  await clerk.leave()
  await clerk.signIn(users.officer.name)
})

test('the city takes the stick by its own command, twice with the same outcome', async () => {
  test.setTimeout(180_000)
  const take = () =>
    run('npm', ['run', '--silent', 'bundle', '--', 'take', bundle, '--answer', answer, '--data', cityData], {
      env: { ...process.env, DATABASE_URL: '' },
    })
  expect((await take()).stdout).toMatch(
    /已收下.*第 1 份[^]*扫描件收到 1 件，没有收 0 件。[^]*号段办妥 [1-9]\d* 项，没有办成 0 项/,
  )
  expect((await take()).stdout).toMatch(/以前收过，回执相同[^]*扫描件收到 1 件，没有收 0 件。/)
  const { station } = await readStationPackage()
  const stored = join(cityData, 'attachments', station.code)
  expect(readdirSync(stored)).toEqual([digestOf(scan)])
  expect(readFileSync(join(stored, digestOf(scan)))).toEqual(scan)
})

test('the answer is taken in: received by the city, the outbox empty, and a second time changes nothing', async () => {
  const { clerk, page } = open
  await toSync(page)
  await chooseOnStick(answer)
  await page.getByRole('button', { name: '导入回执' }).click()
  await giveProofWhenAsked(page)
  await expect(
    page.getByText(/第 1 份的回执已导入：市局收下 2 步，退回 0 步.*扫描件市局收到 1 件/),
  ).toBeVisible({
    timeout: 30_000,
  })
  await expect(page.getByText(/号段办妥 [1-9]\d* 项/)).toBeInViewport()
  const after = await dumpDatabase(page)
  expect(after['outbox']).toEqual({})
  await page.screenshot({ path: join('out', 'test-results', 'bundle-taken.png') })
  await page.getByRole('button', { name: '导入回执' }).click()
  await expect(page.getByText(/市局收下 0 步，退回 0 步，带来市局已办的 0 步/)).toBeVisible()
  expect(await dumpDatabase(page)).toEqual(after)
  await clerk.openCase(number)
  await expect.poll(() => clerk.deliveries()).toEqual(['received', 'received', 'received'])
  await seeScan('received')
})

test('the desk shows the block that came by stick, and nothing waits for it any more', async () => {
  const { page } = open
  await showStock(page)
  await expect(page.getByText(/已记下 \d+ 项领用/)).toHaveCount(0)
  await expect
    .poll(async () => Number(await page.locator('[data-leases]').getAttribute('data-leases')))
    .toBeGreaterThan(blocksBefore)
  await page.screenshot({ path: join('out', 'test-results', 'bundle-block-lent.png') })
})

test('a file that is no answer is refused in words, and nothing changes', async () => {
  const { page } = open
  await toSync(page)
  await chooseOnStick(bundle)
  await page.getByRole('button', { name: '导入回执' }).click()
  await expect(page.getByText('这是派出所导出的数据包，不是市局的回执，没有导入。')).toBeVisible()
})

test('who put what on a stick stands on the trail', async () => {
  const lines = readFileSync(join(folder, 'desk', 'trail', 'trail.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const events = lines.map((line) => (JSON.parse(line) as { event: { what: string } }).event)
  expect(events).toContainEqual(expect.objectContaining({ what: 'bundle-written', n: 1, scans: 1 }))
  expect(events.filter(({ what }) => what === 'bundle-answered')).toHaveLength(2)
})

test('a machine that never had a line hands its day over by stick: on the key of its package, certified by telephone', async () => {
  test.setTimeout(300_000)
  await open.desk.close()
  open = await openSampleDesk(join(folder, 'never'), noCity, ['--another-machine'])
  const { clerk, page } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  const own = await clerk.submit()
  await toSync(page)
  const [first, back] = [join(stick, 'never.hukou'), join(stick, 'never-answer.hukou')]
  await dialogsAnswerWith(open.desk.app, { toWrite: first, toRead: back })
  await page.getByRole('button', { name: '导出到U盘' }).click()
  await giveProofWhenAsked(page)
  await expect(page.getByText(/已写到U盘并读回核对：never\.hukou/)).toBeVisible({ timeout: 30_000 })
  const take = (...more: readonly string[]) =>
    run(
      'npm',
      ['run', '--silent', 'bundle', '--', 'take', first, '--answer', back, '--data', cityData, ...more],
      { env: { ...process.env, DATABASE_URL: '' } },
    )
  const turnedAway = await take().then(
    () => '',
    (fault: { readonly stdout: string; readonly stderr: string }) => `${fault.stdout}${fault.stderr}`,
  )
  const keyId = /--certify ([0-9a-f]{12})/.exec(turnedAway)?.[1] ?? ''
  await expect(page.getByText(keyId).first()).toBeVisible()
  expect((await take('--certify', keyId)).stdout).toMatch(/已收下/)
  await page.getByRole('button', { name: '导入回执' }).click()
  await giveProofWhenAsked(page)
  await expect(page.getByText(/的回执已导入：市局收下 \d+ 步，退回 0 步/)).toBeVisible({ timeout: 30_000 })
  await clerk.openCase(own)
  await expect.poll(async () => (await clerk.deliveries())[0]).toBe('received')
})
