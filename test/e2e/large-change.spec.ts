import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { trailPath } from '../../electron/services/trail/trail.ts'
import { makeStation } from '../builders/reissues.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { launchDesk } from './desk.ts'
import { expect, test } from './desk-test.ts'
import { fileReissuesFromElsewhere, writeSmallStation } from './small-station.ts'

const { users } = readFixtures()

test('a large change is held back and told; the chief puts it off, looks again, and takes it in with a reason', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-large-change-'))
  const dataFolder = join(folder, 'desk')
  const small = await writeSmallStation(folder, makeStation(731), 60)
  // Another machine's steps are put in by hand, without a certificate of its own.
  const city = await startSampleCity({
    data: join(folder, 'city'),
    cityPackage: small.cityPackage,
    plain: true,
  })
  try {
    await fileReissuesFromElsewhere(city.address, small.station, 40)
    const desk = await launchDesk({ dataFolder, package: small.stationPackage, city: city.address })
    const { page } = desk
    const clerk = new Clerk(page)
    await page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
    await clerk.signIn(users.officer.name)
    const strip = page.getByRole('button', { name: '大量变动待所长决定 80' })
    await strip.waitFor({ timeout: 30_000 })
    await expect(page.locator('[data-line="up"]')).toBeVisible()
    await strip.click()
    const panel = page.locator('[data-large-change]')
    await expect(panel).toContainText('请所长登录后来这里办')
    await expect(panel.getByRole('button')).toHaveCount(0)

    await clerk.leave()
    await clerk.signIn(users.chief.name)
    await strip.click()
    await expect(panel).toContainText('80 条，底册共 120 条')
    await expect(panel).toContainText('200 步（顺序号 1 至 200）')
    await page.screenshot({ path: 'out/e2e-pictures/large-change.png' })
    await panel.getByRole('button', { name: '暂不接收' }).click()
    await expect(panel).toContainText('所长已决定暂不接收')
    await page.keyboard.press('Alt+1')
    await expect(page.getByRole('main')).not.toContainText('样例人')

    await page.keyboard.press('Alt+5')
    await panel.getByRole('button', { name: '重新决定' }).click()
    await panel.getByRole('combobox', { name: '接收的理由' }).click()
    await page.locator('.ant-select-item-option', { hasText: '已电话问过市局' }).click()
    await panel.getByRole('button', { name: /^接\s*收$/ }).click()
    await expect(panel).toHaveCount(0, { timeout: 30_000 })
    await expect(strip).toHaveCount(0)
    await page.keyboard.press('Alt+1')
    await expect(page.getByRole('main')).toContainText('样例人')
    const decided = readFileSync(trailPath(dataFolder), 'utf8')
      .trim()
      .split('\n')
      .map((line) => (JSON.parse(line) as { event: { what: string; decision?: string } }).event)
      .filter(({ what }) => what === 'large-change-decided')
    expect(decided).toMatchObject([
      { decision: 'put-off', replaced: 80, of: 120, upTo: 200 },
      { decision: 'taken', reason: 'asked-city', replaced: 80, removed: 0, of: 120, upTo: 200 },
    ])
    await desk.close()
  } finally {
    await city.close()
    rmSync(folder, { recursive: true, force: true })
  }
})
