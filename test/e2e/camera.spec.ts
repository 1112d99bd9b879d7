import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Clerk } from '../walk-in/clerk.ts'
import { readFixtures, stationPackage } from '../walk-in/sample.ts'
import { content, machineSecret, signedBy } from '../proof/made-proofs.ts'
import { expect, test } from './desk-test.ts'
import { writeVideoOfCode } from './code-on-video.ts'
import { launchDesk, type LaunchedDesk } from './desk.ts'
import { noCity } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-camera-'))
const dataFolder = join(folder, 'desk')
const code = signedBy(machineSecret, content)
let desk: LaunchedDesk

test.beforeAll(async () => {
  mkdirSync('out/proof', { recursive: true })
  const video = join(folder, 'code.y4m')
  writeVideoOfCode(video, code)
  desk = await launchDesk({
    dataFolder,
    package: stationPackage,
    city: noCity,
    switches: ['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${video}`],
  })
})

test.afterAll(async () => {
  await desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Why the page gets no such device, or 'given'. */
function wish(audio: boolean, video: boolean): Promise<string> {
  return desk.page.evaluate(
    (wanted) =>
      navigator.mediaDevices.getUserMedia(wanted).then(
        (stream) => {
          for (const track of stream.getTracks()) track.stop()
          return 'given'
        },
        (fault: DOMException) => fault.name,
      ),
    { audio, video },
  )
}

test('a code held before the camera is read; the camera is on for the scan alone, and nothing else ever is', async () => {
  const { page } = desk
  await page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  expect(await wish(false, true)).toBe('NotAllowedError')
  const locked = await page.evaluate(() => window.station?.call('camera.open', {}))
  expect(locked).toMatchObject({ ok: false })
  await new Clerk(page).signIn(users.officer.name)
  await page.keyboard.press('F7')
  expect(await wish(false, true)).toBe('NotAllowedError')
  await page.getByRole('button', { name: '用摄像头扫' }).click()
  await page.screenshot({ path: 'out/proof/camera.png' })
  await expect(page.getByRole('textbox').first()).toHaveValue(code)
  await expect(page.locator('[data-verdict="not-ours"]')).toBeVisible()
  await expect(page.locator('video')).toHaveCount(0)
  await expect.poll(() => wish(false, true)).toBe('NotAllowedError')
  await page.evaluate(() => window.station?.call('camera.open', {}))
  expect(await wish(true, false)).toBe('NotAllowedError')
  expect(await wish(true, true)).toBe('NotAllowedError')
  const place = await page.evaluate(
    () =>
      new Promise<string>((resolve) => {
        navigator.geolocation.getCurrentPosition(
          () => resolve('given'),
          (fault) => resolve(`refused ${fault.code}`),
        )
      }),
  )
  expect(place).toBe('refused 1')
  expect(await wish(false, true)).toBe('given')
  await page.keyboard.press('Control+l')
  await page.getByRole('form', { name: '登录' }).waitFor()
  expect(await wish(false, true)).toBe('NotAllowedError')
  const trail = readFileSync(join(dataFolder, 'trail/trail.jsonl'), 'utf8')
  expect(trail.match(/"camera-opened"/g)).toHaveLength(2)
})
