import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator } from '@playwright/test'
import { must } from '../../shared/base/must.ts'
import type { Attachment } from '../../shared/attachments/attachment.ts'
import { digestOf, makePicture } from '../builders/pictures.ts'
import { makeOriginal, makeStation } from '../builders/reissues.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { dumpDatabase } from './database-dump.ts'
import { launchDesk } from './desk.ts'
import { inMainProcess } from './main-process.ts'
import { seen, writeVideoOfPage } from './page-on-video.ts'
import { noCity, openOnlyDraft, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'
import { writeSmallStation, type SmallStation } from './small-station.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-photos-'))
const dataFolder = join(folder, 'desk')
const video = join(folder, 'page.y4m')
const pictures = 'out/e2e-pictures'
const fakeCamera = '--use-fake-device-for-media-stream'
const twoCameras = [`${fakeCamera}=device-count=2`]
const cameraShows = (video: string) => [fakeCamera, `--use-file-for-fake-video-capture=${video}`]
/** Longest edge of a kept picture, in points. */
const longestKept = 2339
let small: SmallStation
let open: SampleDesk
let number: string

test.describe.configure({ mode: 'serial' })

async function start(switches: readonly string[]): Promise<void> {
  const desk = await launchDesk({ dataFolder, package: small.stationPackage, city: noCity, switches })
  await desk.page.setViewportSize({ width: 1366, height: 768 })
  open = { desk, page: desk.page, clerk: new Clerk(desk.page) }
  await open.page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  await open.clerk.signIn(users.officer.name)
}

async function startAgain(switches: readonly string[]): Promise<void> {
  await open.desk.close()
  await start(switches)
}

async function startAtCase(switches: readonly string[]): Promise<void> {
  await startAgain(switches)
  await open.clerk.openCase(number)
  await open.page.getByRole('tab', { name: /材料/ }).click()
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  mkdirSync(pictures, { recursive: true })
  small = await writeSmallStation(folder, makeStation(741), 4)
  writeVideoOfPage(video, 741)
  await start(cameraShows(video))
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

const look = (name: string) => open.page.screenshot({ path: join(pictures, `${name}.png`) })
const scans = () => open.page.locator('.scan')
const strips = () => open.page.locator('.scans')
const addButton = (strip: Locator) => strip.getByRole('button', { name: /^给.*添加扫描件$/ })
const photoButton = (strip: Locator) => strip.getByRole('button', { name: /^给.*拍照$/ })
const finder = (state: string) => open.page.locator(`[data-viewfinder="${state}"]`)
const names = () =>
  scans()
    .locator('> button')
    .evaluateAll((all) => all.map((each) => each.getAttribute('title')))
const message = (words: string) => open.page.getByRole('dialog').getByRole('alert').filter({ hasText: words })

async function toMaterials(): Promise<void> {
  await open.page.keyboard.press('F6')
  await strips().first().waitFor()
}

/** The camera's track that the viewfinder shows now. */
const trackShown = () =>
  open.page.evaluateHandle(
    () => (document.querySelector('video')?.srcObject as MediaStream | null)?.getVideoTracks()[0],
  )

/** What the draft, or once there is one the case, names, read past the program. */
async function named(): Promise<readonly Attachment[]> {
  const dump = await dumpDatabase(open.page)
  const rows = [...Object.values(dump['cases'] ?? {}), ...Object.values(dump['drafts'] ?? {})]
  return rows.flatMap((row) => {
    const { sealed } = JSON.parse(row) as {
      readonly sealed: { readonly attachments?: readonly Attachment[] }
    }
    return sealed.attachments ?? []
  })
}

/** The bytes that the machine keeps under a digest. */
async function keptBytes({ digest }: Attachment): Promise<Buffer> {
  const bytes = await open.page.evaluate(async (digest) => {
    const answer = (await window.station?.call('attachments.read', { digest })) as {
      readonly value: { readonly bytes: Uint8Array }
    }
    return [...answer.value.bytes]
  }, digest)
  return Buffer.from(bytes)
}

/** Of a picture in the strip: its edges in points, and in which corner of the page the black square is. */
const shownAs = (name: string) =>
  open.page.getByRole('button', { name: `查看“${name}”` }).evaluate(async (button) => {
    const img = button.querySelector('img')
    if (!img) throw new Error('no picture')
    await img.decode()
    const { naturalWidth: width, naturalHeight: height } = img
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    pen.drawImage(img, 0, 0)
    const isDark = (x: number, y: number) =>
      (pen.getImageData(Math.round(x * width), Math.round(y * height), 1, 1).data[0] ?? 255) < 60
    const corners = {
      'upper left': [0.19, 0.18],
      'upper right': [0.82, 0.19],
      'lower right': [0.81, 0.82],
      'lower left': [0.18, 0.81],
    } as const
    const dark = Object.entries(corners).filter(([, [x, y]]) => isDark(x, y))
    return { width, height, square: dark.map(([corner]) => corner) }
  })

test('two pages are taken into a draft by keys alone, the second one turned, and the camera is let go of', async () => {
  const { page, clerk } = open
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(makeOriginal(small.station, 0).serial.digits)
  await clerk.fillLossByHolder()
  await toMaterials()
  await addButton(strips().first()).focus()
  await page.keyboard.press('Tab')
  await expect(photoButton(strips().first())).toBeFocused()
  await page.keyboard.press('Enter')
  await finder('live').waitFor()
  const track = await trackShown()
  expect(await track.evaluate((shown) => shown?.readyState)).toBe('live')
  await look('viewfinder-live')
  await page.keyboard.press('Enter')
  await finder('still').waitFor()
  await look('viewfinder-still')
  // Not this one: back to the picture, which is no way out of the draft.
  await page.keyboard.press('Escape')
  await finder('live').waitFor()
  await page.keyboard.press('Space')
  await finder('still').waitFor()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('已存“拍照-1.jpg”，这次存了 1 张')).toBeVisible()
  await finder('live').waitFor()
  await page.keyboard.press('Enter')
  await finder('still').waitFor()
  await page.keyboard.press('r')
  await look('viewfinder-turned')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('这次存了 2 张')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(photoButton(strips().first())).toBeFocused()
  expect(await track.evaluate((shown) => shown?.readyState)).toBe('ended')
  await expect(page.getByRole('form')).toBeVisible()
  await expect(strips().first().locator('.scan img')).toHaveCount(2)
  await look('photos-in-strip')
  expect(await names()).toEqual(['拍照-1.jpg', '拍照-2.jpg'])
  const shorter = Math.round((longestKept * seen.height) / seen.width)
  expect(await shownAs('拍照-1.jpg')).toEqual({ width: longestKept, height: shorter, square: ['upper left'] })
  expect(await shownAs('拍照-2.jpg')).toEqual({
    width: shorter,
    height: longestKept,
    square: ['upper right'],
  })
})

test('a key that stays down takes one page and not page after page; one that is removed comes back', async () => {
  const { page } = open
  await page.keyboard.press('Enter')
  await finder('live').waitFor()
  await page.keyboard.down('Enter')
  for (let n = 0; n < 5; n += 1) await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await finder('still').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(scans()).toHaveCount(2)
  await page.getByRole('button', { name: '移除 拍照-2.jpg' }).click()
  await expect(scans()).toHaveCount(1)
  await page.getByRole('button', { name: '撤销' }).click()
  expect(await names()).toEqual(['拍照-1.jpg', '拍照-2.jpg'])
})

test('files that are dropped onto a material, and a picture that is pasted to another, are stored there', async () => {
  const { page } = open
  const photo = makePicture(741, 320, 200).toString('base64')
  const pdf = (await pageThatSays('身份证件复印件')).toString('base64')
  const carried = await page.evaluateHandle(
    (files) => {
      const transfer = new DataTransfer()
      for (const { name, type, base64 } of files)
        transfer.items.add(
          new File([Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))], name, { type }),
        )
      return transfer
    },
    [
      { name: '遗失声明.png', type: 'image/png', base64: photo },
      { name: '身份证件复印件.pdf', type: 'application/pdf', base64: pdf },
    ],
  )
  await scans().first().scrollIntoViewIfNeeded()
  const [second, third] = [strips().nth(1), strips().nth(2)]
  await second.dispatchEvent('dragover', { dataTransfer: carried })
  await second.dispatchEvent('drop', { dataTransfer: carried })
  await expect(second.locator('.scan')).toHaveCount(2)
  // “复制图片”, as of a picture that another window shows.
  const shown = must(await scans().first().locator('img').boundingBox(), 'it is on the screen')
  await inMainProcess(
    open.desk.app,
    ({ BrowserWindow }, { x, y }) => BrowserWindow.getAllWindows()[0]?.webContents.copyImageAt(x, y),
    { x: Math.round(shown.x + shown.width / 2), y: Math.round(shown.y + shown.height / 2) },
  )
  await addButton(third).focus()
  await page.keyboard.press('Control+v')
  await expect(third.locator('.scan')).toHaveCount(1)
  await expect(second.locator('.scan')).toHaveCount(2)
  await look('photos-dropped-and-pasted')
  await open.clerk.draftIsSaved()
  const stored = await named()
  expect(stored.map(({ mediaType }) => mediaType)).toEqual([
    'image/jpeg',
    'image/jpeg',
    'image/jpeg',
    'application/pdf',
    'image/jpeg',
  ])
  for (const each of stored) {
    const bytes = await keptBytes(each)
    expect(bytes).toHaveLength(each.bytes)
    expect(digestOf(bytes)).toBe(each.digest)
  }
  expect(await keptBytes(must(stored[3], 'the PDF'))).toEqual(Buffer.from(pdf, 'base64'))
  const sealed = readdirSync(join(dataFolder, 'attachments')).filter((name) => name.endsWith('.sealed'))
  expect(sealed).toHaveLength(5)
})

test('locking the desk lets go of the camera, and the draft has its photos when somebody is back', async () => {
  const { page, clerk } = open
  await photoButton(strips().first()).click()
  await finder('live').waitFor()
  const track = await trackShown()
  await track.evaluate((shown) => {
    addEventListener('pagehide', () => sessionStorage.setItem('track at the end', shown?.readyState ?? ''))
  })
  await page.keyboard.press('Control+l')
  await page.getByRole('form', { name: '登录' }).waitFor()
  expect(await page.evaluate(() => sessionStorage.getItem('track at the end'))).toBe('ended')
  const wish = await page.evaluate(() =>
    navigator.mediaDevices.getUserMedia({ video: true }).then(
      () => 'given',
      (fault: DOMException) => fault.name,
    ),
  )
  expect(wish).toBe('NotAllowedError')
  await clerk.signIn(users.officer.name)
  await openOnlyDraft(open)
  await toMaterials()
  expect(await names()).toHaveLength(5)
})

test('accepted, the case names them, takes another by camera, and has all of them after a restart', async () => {
  const { page, clerk } = open
  number = await clerk.submit()
  await page.getByRole('tab', { name: /材料/ }).click()
  await expect(page.locator('[data-scan-state="waiting"]')).toHaveCount(5)
  await photoButton(strips().first()).click()
  await finder('live').waitFor()
  await page.keyboard.press('r')
  await page.keyboard.press('r')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog').getByText('已存“拍照-3.jpg”')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.locator('[data-scan-state="waiting"]')).toHaveCount(6)
  expect((await shownAs('拍照-3.jpg')).square).toEqual(['lower right'])
  await startAtCase(twoCameras)
  await expect(scans()).toHaveCount(6)
  await expect(strips().first().locator('.scan img')).toHaveCount(3)
  expect((await names()).filter((name) => name?.startsWith('拍照'))).toEqual([
    '拍照-1.jpg',
    '拍照-2.jpg',
    '拍照-3.jpg',
  ])
  await look('photos-in-case')
})

const chosenCamera = () => open.page.getByRole('dialog').locator('.ant-select')

async function openFinder(): Promise<void> {
  await photoButton(strips().first()).click()
  await finder('live').waitFor()
}

test('of two cameras one is chosen by keys, and is the one that opens next time, also after a restart', async () => {
  await openFinder()
  const { page } = open
  await expect(chosenCamera()).toContainText('fake_device_0')
  await page.getByRole('combobox', { name: '用哪个摄像头' }).focus()
  await page.keyboard.press('ArrowDown')
  const choices = page.locator('.ant-select-item-option:visible')
  await expect(choices).toHaveCount(2)
  // Out of the list, and not out of the viewfinder.
  await page.keyboard.press('Escape')
  await expect(choices).toHaveCount(0)
  await finder('live').waitFor()
  await page.keyboard.press('ArrowDown')
  await expect(choices).toHaveCount(2)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(chosenCamera()).toContainText('fake_device_1')
  await finder('live').waitFor()
  await look('viewfinder-two-cameras')
  // The whole of its picture, though it is wider than a document camera's.
  const edges = await page
    .locator('video')
    .evaluate((video: HTMLVideoElement) => [video.videoWidth, video.videoHeight])
  expect(edges).toEqual([3840, 2160])
  await page.keyboard.press('Enter')
  await finder('still').waitFor()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openFinder()
  await expect(chosenCamera()).toContainText('fake_device_1')
  await startAtCase(twoCameras)
  await openFinder()
  await expect(chosenCamera()).toContainText('fake_device_1')
})

test('a camera that goes in the middle is told; what was just taken can still be used, and another try finds it back', async () => {
  const { page } = open
  await page.keyboard.press('Enter')
  await finder('still').waitFor()
  // What drives the cameras is a process of its own: its end is a camera's that was unplugged.
  await inMainProcess(
    open.desk.app,
    ({ app }) => {
      const drivers = app.getAppMetrics().filter(({ serviceName }) => serviceName?.includes('video_capture'))
      for (const { pid } of drivers) process.kill(pid)
      return drivers.length
    },
    undefined,
  )
  await page.keyboard.press('Enter')
  await expect(message('摄像头断开了，存好的照片都在')).toBeVisible()
  await look('viewfinder-gone')
  await page.keyboard.press('Enter')
  await finder('live').waitFor()
  await page.keyboard.press('Escape')
  await expect(scans()).toHaveCount(7)
})

test('a camera that the system does not give is told in words, and the other ways stay', async () => {
  await inMainProcess(
    open.desk.app,
    ({ session }) =>
      session.defaultSession.setPermissionRequestHandler((_page, _permission, decide) => decide(false)),
    undefined,
  )
  await photoButton(strips().first()).click()
  await expect(message('系统不许用')).toBeVisible()
  await look('viewfinder-denied')
  await open.page.keyboard.press('Escape')
  await expect(photoButton(strips().first())).toBeFocused()
  const another = { name: '另一张.png', mimeType: 'image/png', buffer: makePicture(743) }
  await strips().first().locator('input[type=file]').setInputFiles([another])
  await expect(scans()).toHaveCount(8)
})

test('no camera at all is told in words, again after another try, and the viewfinder is left', async () => {
  await startAtCase([`${fakeCamera}=device-count=0`])
  await photoButton(strips().first()).click()
  await expect(message('没有找到摄像头')).toBeVisible()
  await look('viewfinder-none')
  await open.page.keyboard.press('Enter')
  await expect(message('没有找到摄像头')).toBeVisible()
  await open.page.keyboard.press('Escape')
  await expect(photoButton(strips().first())).toBeFocused()
})
