import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { startSampleCity } from '../../build/sample-city.mjs'
import { must } from '../../shared/base/must.ts'
import { digestOf } from '../builders/pictures.ts'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { cityHolds } from './city-holds.ts'
import { allAnswered, freePort, openOnlyDraft, openSampleDesk, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'

const { familyOfFour, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-scans-'))
const pictures = 'out/scans'
let open: SampleDesk
let port: number
let city: Awaited<ReturnType<typeof startSampleCity>> | undefined

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(pictures, { recursive: true })
  port = await freePort()
  open = await openSampleDesk(join(folder, 'desk'), `https://127.0.0.1:${port}`)
  await open.page.setViewportSize({ width: 1366, height: 768 })
  await open.clerk.signIn(users.officer.name)
})

test.afterAll(async () => {
  await open.desk.close()
  await city?.close()
  rmSync(folder, { recursive: true, force: true })
})

const look = (name: string) => open.page.screenshot({ path: join(pictures, `${name}.png`) })
const scans = () => open.page.locator('.scan')
const firstMaterial = () => open.page.locator('.scans input[type=file]').first()

/** Width and height on the screen, in CSS pixels. */
async function edges(shown: Locator) {
  return must(await shown.boundingBox(), 'it is on the screen')
}

test('a clerk adds a photo and a PDF to a material; what is no picture is named, and the rest stays', async () => {
  const { page, clerk } = open
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  const photo = await page.screenshot()
  await page.keyboard.press('F6')
  await firstMaterial().setInputFiles([
    { name: '遗失声明.png', mimeType: 'image/png', buffer: photo },
    { name: '笔记.txt', mimeType: 'text/plain', buffer: Buffer.from('不是扫描件') },
    { name: '身份证件复印件.pdf', mimeType: 'application/pdf', buffer: await pageThatSays('身份证件复印件') },
  ])
  await expect(scans()).toHaveCount(2)
  await expect(page.getByRole('alert').filter({ hasText: '笔记.txt' })).toBeVisible()
  await scans().first().scrollIntoViewIfNeeded()
  await expect(scans().first().locator('img')).toBeVisible()
  await look('added')
})

test('one that was removed comes back by 撤销, and all of them with the draft', async () => {
  const { page } = open
  await scans().first().getByRole('button', { name: /^移除/ }).click()
  await expect(scans()).toHaveCount(1)
  await look('removed')
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(scans()).toHaveCount(2)
  await open.clerk.draftIsSaved()
  await openOnlyDraft(open)
  await page.keyboard.press('F6')
  await expect(scans()).toHaveCount(2)
})

test('a scan fills the window, larger, turned and the next one, by keys alone', async () => {
  const { page } = open
  await page.getByRole('button', { name: '查看“遗失声明.png”' }).click()
  const picture = page.locator('.scan-sheet img')
  const room = await edges(page.locator('.scan-shown'))
  await expect(picture).toBeVisible()
  const fitting = await edges(picture)
  expect(fitting.width).toBeLessThanOrEqual(room.width)
  expect(fitting.height).toBeLessThanOrEqual(room.height)
  await look('viewer')
  for (const key of ['+', '+']) await page.keyboard.press(key)
  await expect.poll(async () => (await edges(picture)).width).toBeGreaterThan(room.width * 1.9)
  await look('viewer-larger')
  await page.keyboard.press('0')
  await page.keyboard.press('r')
  await expect.poll(async () => (await edges(picture)).height).toBeLessThanOrEqual(room.height)
  await look('viewer-turned')
  await page.keyboard.press('ArrowRight')
  const sheet = page.locator('.scan-shown canvas[data-drawn="true"]')
  await expect(sheet).toBeVisible()
  const upright = await edges(sheet)
  await look('viewer-pdf')
  await page.keyboard.press('r')
  await expect.poll(async () => (await edges(sheet)).width).toBeGreaterThan(upright.width)
  await look('viewer-pdf-turned')
  for (const key of ['r', 'r', 'r', '+', '+']) await page.keyboard.press(key)
  await expect.poll(async () => (await edges(sheet)).width).toBeGreaterThan(upright.width * 1.9)
  await look('viewer-pdf-larger')
  await page.keyboard.press('Escape')
  await expect(page.locator('.scan-shown')).toHaveCount(0)
  await expect(page.getByRole('form')).toBeVisible()
})

test('without a line they wait with their case, and the desk says how many', async () => {
  const { page, clerk } = open
  await clerk.submit()
  await page.getByRole('tab', { name: /材料/ }).click()
  await expect(page.locator('[data-scan-state="waiting"]')).toHaveCount(2)
  await look('case-waiting')
  await page.keyboard.press('Alt+5')
  await expect(page.getByText('2 件等所属的案件先送达')).toBeVisible()
  await look('sync-blocked')
})

test('the line returns: the case goes first, then the scans, and the city has both files whole', async () => {
  test.setTimeout(400_000)
  const { page } = open
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  await page.getByRole('button', { name: '现在就发送' }).click()
  await expect(page.locator(allAnswered)).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('没有要发送的扫描件')).toBeVisible({ timeout: 60_000 })
  await look('sync-done')
  const { station } = await readStationPackage()
  const stored = join(folder, 'city', 'attachments', station.code)
  const named = (await cityHolds(`https://127.0.0.1:${port}`)).filter(
    ({ action }) => action.step === 'attach',
  )
  expect(named).not.toEqual([])
  const files = readdirSync(stored).filter((name) => /^[0-9a-f]{64}$/.test(name))
  expect(files).toHaveLength(2)
  for (const name of files) expect(digestOf(readFileSync(join(stored, name)))).toBe(name)
  await page.keyboard.press('Escape')
  await page.getByRole('tab', { name: /材料/ }).click()
  await expect(page.locator('[data-scan-state="received"]')).toHaveCount(2)
  await look('case-received')
})
