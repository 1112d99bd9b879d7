import { execFile } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { startSampleCity } from '../../build/sample-city.mjs'
import { sizeOf } from '../../shared/register/lease.ts'
import { digestOf } from '../builders/pictures.ts'
import { makeOriginal, makeStation } from '../builders/reissues.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { actionsIn, asRecorded, dumpDatabase, leasesIn, type DatabaseDump } from './database-dump.ts'
import { launchDesk } from './desk.ts'
import { killAt, type Moment } from './kill-at.ts'
import { dialogsAnswerWith } from './main-process.ts'
import { noCity, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'
import { filedOf, writeSmallStation, type SmallStation } from './small-station.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-crash-stick-'))
const stick = join(folder, 'stick')
const bundle = join(stick, 'day.hukou')
const answer = join(stick, 'answer.hukou')
const cityData = join(folder, 'city')
const journal = 'journal-000001.log'
const run = promisify(execFile)
let small: SmallStation
let open: SampleDesk
let scan: Buffer

test.describe.configure({ mode: 'serial' })

async function start(city: string): Promise<void> {
  const desk = await launchDesk({ dataFolder: join(folder, 'desk'), package: small.stationPackage, city })
  open = { desk, page: desk.page, clerk: new Clerk(desk.page) }
  await open.page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  await open.clerk.signIn(users.officer.name)
}

const startCity = () => startSampleCity({ data: cityData, cityPackage: small.cityPackage, plain: true })

/** A desk that met the city once; then a case with a scan and a wish for a block, and no line any more. */
test.beforeAll(async () => {
  test.setTimeout(240_000)
  mkdirSync(stick)
  small = await writeSmallStation(folder, makeStation(735), 120)
  const city = await startCity()
  await start(city.address)
  await open.page.locator('[data-line="up"]').waitFor()
  await expect.poll(async () => leasesIn(await dumpDatabase(open.page)).length).toBeGreaterThan(0)
  await open.desk.close()
  await city.close()
  await start(noCity)
  await open.clerk.openNewMatter('补发')
  await open.clerk.pickOriginal(makeOriginal(small.station, 0).serial.digits)
  await open.clerk.fillLossByHolder()
  scan = await pageThatSays('身份证件复印件')
  await open.page.keyboard.press('F6')
  await open.page
    .locator('.scans input[type=file]')
    .first()
    .setInputFiles([{ name: '身份证件复印件.pdf', mimeType: 'application/pdf', buffer: scan }])
  await open.page.locator('.scan').waitFor()
  await open.clerk.submit()
  await open.page.keyboard.press('Alt+4')
  await open.page.getByRole('tab', { name: '空白证件' }).click()
  await open.page.getByRole('button', { name: '再领一段' }).click()
  await open.page.getByText('已记下 1 项领用').waitFor()
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The clerk goes to the stick and will choose the files on it. */
async function toStick(): Promise<void> {
  await dialogsAnswerWith(open.desk.app, { toWrite: bundle, toRead: answer })
  await open.page.keyboard.press('Alt+5')
  await open.page.getByRole('button', { name: '导出到U盘' }).waitFor()
}

/** The button is pressed, the power fails at that moment, and the program starts again on what it left behind. */
async function powerFailsAt(button: string, moment: Moment): Promise<DatabaseDump> {
  await toStick()
  await killAt(open.desk.app, moment, () => open.page.getByRole('button', { name: button }).click())
  await start(noCity)
  const after = await dumpDatabase(open.page)
  expect(after['journalQueue']).toEqual({})
  return after
}

const rowsOf = (dump: DatabaseDump, table: string) => Object.values(dump[table] ?? {})
/** The bundles on which steps and scan are said to lie. */
const marksOf = (dump: DatabaseDump) =>
  new Set(
    [...rowsOf(dump, 'outbox'), ...rowsOf(dump, 'attachments')].map(
      (row) => (JSON.parse(row) as { bundle?: number }).bundle,
    ),
  )
const scanStates = (dump: DatabaseDump) =>
  rowsOf(dump, 'attachments').map((row) => (JSON.parse(row) as { state: string }).state)

interface HandingOut {
  readonly name: string
  readonly moment: Moment
  /** Number of the bundle that the steps are said to lie on afterwards. */
  readonly marked: number | undefined
  readonly isNamed: boolean
}

const handingOut: readonly HandingOut[] = [
  {
    name: 'before a byte is on the stick, all waits as before',
    moment: { call: 'open', path: 'day.hukou.part', when: 'before' },
    marked: undefined,
    isNamed: false,
  },
  {
    name: 'with the file whole and nothing marked, it has no name and all waits as before',
    moment: { call: 'readFile', path: 'day.hukou.part', when: 'after' },
    marked: undefined,
    isNamed: false,
  },
  {
    name: 'with the steps marked here and not yet in the journal, they are marked in both',
    moment: { call: 'datasync', path: journal, when: 'before' },
    marked: 1,
    isNamed: false,
  },
  {
    name: 'with the steps marked and before the name, they go with the next one again',
    moment: { call: 'rename', path: 'day.hukou.part', when: 'before' },
    marked: 2,
    isNamed: false,
  },
  {
    name: 'with the name given and nothing told to the clerk, they are marked with its number',
    moment: { call: 'rename', path: 'day.hukou.part', when: 'after' },
    marked: 3,
    isNamed: true,
  },
]

test.describe('the power fails while a bundle is put on a stick', () => {
  for (const { name, moment, marked, isNamed } of handingOut) {
    test(name, async () => {
      const before = await dumpDatabase(open.page)
      const after = await powerFailsAt('导出到U盘', moment)
      expect(existsSync(bundle)).toBe(isNamed)
      expect(marksOf(after)).toEqual(new Set([marked]))
      for (const table of ['actions', 'cases', 'records', 'pending', 'leases', 'leaseRequests'])
        expect(after[table]).toEqual(before[table])
      expect(Object.keys(after['outbox'] ?? {})).toEqual(Object.keys(before['outbox'] ?? {}))
      expect(scanStates(after)).toEqual(['waiting'])
      if (marked === undefined) expect(asRecorded(after)).toEqual(asRecorded(before))
    })
  }
})

test.describe('the power fails while the city’s answer is taken in', () => {
  test.beforeAll(async () => {
    test.setTimeout(180_000)
    const command = [
      'run',
      '--silent',
      'bundle',
      '--',
      'take',
      bundle,
      '--answer',
      answer,
      '--data',
      cityData,
    ]
    const { stdout } = await run('npm', command, { env: { ...process.env, DATABASE_URL: '' } })
    expect(stdout).toMatch(/已收下.*第 3 份[^]*退回 0 步[^]*扫描件收到 1 件[^]*号段办妥 1 项，没有办成 0 项/)
  })

  test('after the verdicts and before the journal has them, they stand and the rest is still to come', async () => {
    const after = await powerFailsAt('导入回执', { call: 'datasync', path: journal, when: 'before' })
    expect(after['outbox']).toEqual({})
    expect(rowsOf(after, 'pending')).not.toEqual([])
    expect(rowsOf(after, 'leaseRequests')).toHaveLength(1)
    expect(scanStates(after)).toEqual(['waiting'])
  })

  test('after the word on the scan and before the journal has it, it is received in both', async () => {
    const after = await powerFailsAt('导入回执', { call: 'datasync', path: journal, when: 'before' })
    expect(scanStates(after)).toEqual(['received'])
    expect(marksOf(after)).toEqual(new Set([undefined]))
    expect(rowsOf(after, 'pending')).not.toEqual([])
  })

  test('after the city’s steps and before the blocks, the wish for a block is still open', async () => {
    const after = await powerFailsAt('导入回执', { call: 'datasync', path: journal, when: 'after' })
    expect(rowsOf(after, 'pending')).toEqual([])
    expect(rowsOf(after, 'leaseRequests')).toHaveLength(1)
  })

  test('after the blocks and before the journal has them, the desk holds the one block, also over a second answer', async () => {
    const before = leasesIn(await dumpDatabase(open.page))
    const after = await powerFailsAt('导入回执', { call: 'datasync', path: journal, when: 'before' })
    expect(after['leaseRequests']).toEqual({})
    const fresh = leasesIn(after).filter(({ id }) => !before.some((lease) => lease.id === id))
    expect(fresh.reduce((sum, { range }) => sum + sizeOf(range), 0)).toBe(50)
    await toStick()
    await open.page.getByRole('button', { name: '导入回执' }).click()
    await expect(open.page.getByText(/市局收下 0 步，退回 0 步，带来市局已办的 0 步/)).toBeVisible()
    expect(asRecorded(await dumpDatabase(open.page))).toEqual(asRecorded(after))
  })
})

test('when a line comes at last, the city has every step once and lent no number twice', async () => {
  const city = await startCity()
  try {
    await open.desk.close()
    await start(city.address)
    await open.page.locator('[data-line="up"]').waitFor()
    const after = await dumpDatabase(open.page)
    const filed = (await filedOf(city.address, small.station)).map(({ action }) => action.id)
    expect(new Set(filed).size).toBe(filed.length)
    expect(new Set(actionsIn(after).map(({ id }) => id))).toEqual(new Set(filed))
    const numbers = leasesIn(after).flatMap(({ kind, range }) =>
      Array.from({ length: sizeOf(range) }, (_, n) => `${kind}/${range.series}/${range.first + n}`),
    )
    expect(new Set(numbers).size).toBe(numbers.length)
    const stored = join(cityData, 'attachments', small.station.code)
    expect(readdirSync(stored)).toEqual([digestOf(scan)])
    expect(readFileSync(join(stored, digestOf(scan)))).toEqual(scan)
  } finally {
    await city.close()
  }
})
