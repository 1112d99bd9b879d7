import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { sampleStation } from '../../build/sample-station/sample-station.ts'
import { startSampleCity } from '../../build/sample-city.mjs'
import { cityPackage, readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { freePort, openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-stock-'))
const pictures = 'out/e2e-pictures'
const sees = expect.configure({ timeout: 90_000 })
let sample: SampleDesk
let city: Awaited<ReturnType<typeof startSampleCity>>

test.beforeAll(async () => {
  test.setTimeout(400_000)
  mkdirSync(pictures, { recursive: true })
  const port = await freePort()
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, port })
  sample = await openSampleDesk(join(folder, 'desk'), `https://127.0.0.1:${port}`)
  await sample.page.setViewportSize({ width: 1366, height: 900 })
  sample.page.setDefaultTimeout(90_000)
})

test.afterAll(async () => {
  await sample.desk.close()
  await city.close()
  rmSync(folder, { recursive: true, force: true })
})

async function handOut(): Promise<string> {
  const range = ['--kind', 'certificate', '--from', '蒙2027-00090001', '--to', '蒙2027-00090500']
  const order = ['--station', sampleStation.code, ...range, '--data', join(folder, 'city')]
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/hand-out-stock.ts', ...order], {
    env: { ...process.env, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [words] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return words
}

test('sheets that the city hands out reach a running desk with its next contact, and the digest tells which', async () => {
  test.setTimeout(500_000)
  const { clerk, page } = sample
  await clerk.signIn(users.officer.name)
  await page.keyboard.press('Alt+4')
  await page.getByRole('tab', { name: '空白证件' }).click()
  await page.locator('[data-leases]').waitFor()
  expect(await handOut()).toMatch(/已登记.*蒙2027-00090001—00090500，共 500 张/)
  // Takes what is left of the old printing, and then of the new one.
  const blocks = page.locator('[data-leases] .number-range')
  await expect(async () => {
    await page.getByRole('button', { name: '再领一段' }).click()
    await expect(blocks.filter({ hasText: '000900' }).first()).toBeVisible({ timeout: 20_000 })
  }).toPass({ timeout: 300_000 })
  await sees(page.locator('[data-leases]')).toContainText(/还有 \d+ 天/)
  await page.screenshot({ path: join(pictures, 'stock-handed-out.png'), fullPage: true })
  await page.keyboard.press('Alt+5')
  await sees(page.locator('[data-news="granted"]').filter({ hasText: '蒙2027 00090001' })).toBeVisible()
  await page.screenshot({ path: join(pictures, 'digest-granted.png'), fullPage: true })
})
