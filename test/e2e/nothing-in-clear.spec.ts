import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, inflateSync } from 'node:zlib'
import { must } from '../../shared/base/must.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import { readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'
import { inMainProcess } from './main-process.ts'

/**
 * What somebody finds who takes the computer away: every file of the desk, byte by byte, while it runs and after it was
 * killed. The practice printer and the exports are the only files with people in them: they are what the clerk asked for.
 */
const { familyOfFour, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-clear-'))
const dataFolder = join(folder, 'desk')
const temporary = join(folder, 'tmp')
const askedFor = new Set(['printed', 'exports'])
const phrase = '鲸落深海八千米处的一句话'
const lastWords = '没有写完就断电的半句'
const scanned = '扫描件里的一行手写字迹'
const scanName = '老屋门口的合影.pdf'
let open: SampleDesk
let resident: ResidentRecord
let planted: readonly string[] = []

test.describe.configure({ mode: 'serial' })

test.beforeAll(async () => {
  mkdirSync(temporary)
  process.env['TMPDIR'] = temporary
  // As on a machine that keeps dumps: the desk inherits as much as this process may have.
  execFileSync('prlimit', [
    '--pid',
    String(process.pid),
    `--core=${coreLimitOf(process.pid).split(' ')[1] ?? ''}`,
  ])
  const { records, stationToken } = await readStationPackage()
  resident = must(
    records.flatMap((record) =>
      record.kind === 'person' && record.status === 'registered' && record.name.length > 2 ? [record] : [],
    )[40],
    'the sample station has people',
  )
  // Nobody with a short name: four bytes turn up by chance in ten million sealed ones.
  planted = [
    resident.name,
    resident.citizenId,
    resident.address.detail,
    familyOfFour.holderCitizenId,
    phrase,
    lastWords,
    scanned,
    scanName,
    stationToken,
  ]
  open = await openSampleDesk(dataFolder)
})

test.afterAll(async () => {
  await open.desk.close()
  delete process.env['TMPDIR']
  rmSync(folder, { recursive: true, force: true })
})

/** Every way in which a text can lie in a file: the encodings of this system and of Windows, and parts of a word. */
function formsOf(text: string): readonly Buffer[] {
  const wide = Buffer.from(text, 'utf16le')
  const swapped = Buffer.from(wide).swap16()
  const hex = Buffer.from(Buffer.from(text).toString('hex'))
  const base64 = Buffer.from(Buffer.from(text).toString('base64').slice(0, -4))
  return [Buffer.from(text), wide, swapped, hex, base64]
}

function* filesIn(path: string): Generator<string> {
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    if (askedFor.has(entry.name) && path === dataFolder) continue
    const full = join(path, entry.name)
    if (entry.isDirectory()) yield* filesIn(full)
    else if (entry.isFile()) yield full
  }
}

/** The bytes of a file, and what its packed parts hold: gzip and zlib streams wherever one begins. */
function layersOf(path: string): readonly Buffer[] {
  const bytes = readFileSync(path)
  const layers = [bytes]
  for (let at = 0; at < bytes.length - 2; at += 1) {
    const isGzip = bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8
    const isZlib = bytes[at] === 0x78 && [0x01, 0x5e, 0x9c, 0xda].includes(bytes[at + 1] ?? 0)
    if (!isGzip && !isZlib) continue
    try {
      const part = bytes.subarray(at)
      layers.push(isGzip ? gunzipSync(part) : inflateSync(part))
    } catch {
      // Two bytes that only look like the beginning of a stream.
    }
  }
  return layers
}

function findInClear(texts: readonly string[]): readonly string[] {
  const hits: string[] = []
  let files = 0
  for (const root of [dataFolder, temporary])
    for (const path of filesIn(root)) {
      files += 1
      if (!statSync(path, { throwIfNoEntry: false })) continue
      for (const layer of layersOf(path))
        for (const text of texts)
          if (formsOf(text).some((form) => layer.includes(form))) hits.push(`${text} in ${path}`)
    }
  expect(files).toBeGreaterThan(20)
  return hits
}

/** What other programs and other accounts may see of the desk: titles of its windows, words of its command lines. */
async function shownOutside(): Promise<readonly string[]> {
  const titles = await inMainProcess(
    open.desk.app,
    ({ BrowserWindow }) =>
      BrowserWindow.getAllWindows().map((window) => `${window.getTitle()} ${window.webContents.getTitle()}`),
    undefined,
  )
  expect(titles).toEqual(['户政台 户政台'])
  const commands = descendantsOf(open.desk.app.process().pid ?? 0).map((pid) =>
    readFileSync(`/proc/${pid}/cmdline`, 'utf8'),
  )
  return planted.filter((text) => commands.some((command) => command.includes(text)))
}

function descendantsOf(pid: number): readonly number[] {
  const children = readFileSync(`/proc/${pid}/task/${pid}/children`, 'utf8')
  return [pid, ...children.split(' ').map(Number).filter(Boolean).flatMap(descendantsOf)]
}

/** Soft and hard limit of the bytes that the system may write of a crashed process. */
function coreLimitOf(pid: number): string {
  const limits = readFileSync(`/proc/${pid}/limits`, 'utf8')
  return must(/^Max core file size\s+(\S+)\s+(\S+)/m.exec(limits), 'Linux tells the limit')
    .slice(1)
    .join(' ')
}

test('a day’s work leaves no name, number, address, phrase or token in any file of the running program', async () => {
  const { clerk, page } = open
  await clerk.signIn(users.officer.name)
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  await clerk.type('lossStatement', phrase)
  const scan = await pageThatSays(scanned)
  expect(formsOf(scanned).some((form) => scan.includes(form))).toBe(true)
  await page.keyboard.press('F6')
  await page.locator('.scans input[type=file]').first().setInputFiles({
    name: scanName,
    mimeType: 'application/pdf',
    buffer: scan,
  })
  await expect(page.locator('.scan')).toHaveCount(1)
  await clerk.draftIsSaved()
  const number = await clerk.submit()
  await page.keyboard.press('Alt+1')
  await page.keyboard.press('Control+k')
  await clerk.sayWhatFor('窗口受理前核对')
  await page.getByRole('textbox').first().fill(resident.citizenId)
  await page.keyboard.press('Enter')
  await expect(page.getByText(resident.name).first()).toBeVisible()
  expect(await shownOutside()).toEqual([])
  await inMainProcess(open.desk.app, ({ clipboard }, text) => clipboard.writeText(text), resident.citizenId)
  await clerk.leave()
  expect(await inMainProcess(open.desk.app, ({ clipboard }) => clipboard.readText(), undefined)).toBe('')
  await clerk.signIn(users.chief.name)
  await clerk.openCase(number)
  await clerk.approve()
  await clerk.openNewMatter('补发')
  await clerk.choose('lossKind', '遗失')
  await clerk.type('lossStatement', lastWords)
  await clerk.draftIsSaved()
  expect(findInClear(planted)).toEqual([])
})

test('a page that crashes leaves no dump, and no process of the program may leave one', async () => {
  const { app, page } = open.desk
  const limits = descendantsOf(app.process().pid ?? 0).map(coreLimitOf)
  expect(limits.length).toBeGreaterThan(3)
  expect(new Set(limits)).toEqual(new Set(['0 0']))
  const pageProcess = () =>
    inMainProcess(
      app,
      ({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.webContents.getOSProcessId() ?? 0,
      undefined,
    )
  const before = await pageProcess()
  const crashed = page.waitForEvent('crash')
  process.kill(before, 'SIGSEGV')
  await crashed
  await expect.poll(async () => (await pageProcess()) === before).toBe(false)
  const dumps = [...filesIn(dataFolder), ...filesIn(temporary)].filter((path) =>
    /\.dmp$|\/core(\.\d+)?$/.test(path),
  )
  expect(dumps).toEqual([])
  expect(findInClear(planted)).toEqual([])
})

test('nor after the program was killed in the middle of it', async () => {
  await open.desk.kill9()
  expect(findInClear(planted)).toEqual([])
  open = await openSampleDesk(dataFolder)
  expect(findInClear(planted)).toEqual([])
})

test('the search would have found them: a plain row, a packed file and a wide text are found', async () => {
  await open.page.evaluate(
    (text) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('control', 1)
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('rows'))
        opening.addEventListener('error', () => reject(opening.error ?? new Error('no database')))
        opening.addEventListener('success', () => {
          const change = opening.result.transaction('rows', 'readwrite', { durability: 'strict' })
          change.objectStore('rows').put({ text, bytes: new TextEncoder().encode(text) }, 1)
          change.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    '对照用的一句话写在明处',
  )
  expect(findInClear(['对照用的一句话写在明处'])).not.toEqual([])
})
