import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startSampleCity } from '../../build/sample-city.mjs'
import { digestOf } from '../builders/pictures.ts'
import { makeOriginal, makeStation } from '../builders/reissues.ts'
import { Clerk } from '../walk-in/clerk.ts'
import { readFixtures } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { dumpDatabase, type DatabaseDump } from './database-dump.ts'
import { launchDesk } from './desk.ts'
import { startFailingLine, type Lost } from './failing-line.ts'
import { killAt, type Moment } from './kill-at.ts'
import { noCity, openOnlyDraft, type SampleDesk } from './sample-desk.ts'
import { pageThatSays } from './scanned-page.ts'
import { filedOf, writeSmallStation, type SmallStation } from './small-station.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-crash-scans-'))
const dataFolder = join(folder, 'desk')
const kept = join(dataFolder, 'attachments')
const journal = 'journal-000001.log'
let small: SmallStation
let open: SampleDesk
let scan: Buffer

test.describe.configure({ mode: 'serial' })

async function start(city = noCity): Promise<void> {
  const desk = await launchDesk({ dataFolder, package: small.stationPackage, city })
  open = { desk, page: desk.page, clerk: new Clerk(desk.page) }
  await open.page.getByRole('form', { name: '登录' }).waitFor({ timeout: 60_000 })
  await open.clerk.signIn(users.officer.name)
}

/** Two and a half parts of an upload. */
async function largeScan(): Promise<Buffer> {
  const padding = `% ${'made up '.repeat(80_000)}\n%%EOF\n`
  return Buffer.concat([await pageThatSays('身份证件复印件'), Buffer.from(padding)])
}

test.beforeAll(async () => {
  test.setTimeout(240_000)
  scan = await largeScan()
  small = await writeSmallStation(folder, makeStation(737), 20)
  await start()
  await open.clerk.openNewMatter('补发')
  await open.clerk.pickOriginal(makeOriginal(small.station, 0).serial.digits)
  await open.clerk.fillLossByHolder()
  await open.clerk.draftIsSaved()
})

test.afterAll(async () => {
  await open.desk.close()
  rmSync(folder, { recursive: true, force: true })
})

/** The clerk does something, the power fails at that moment, and the program starts again without a line. */
async function powerFailsAt(moment: Moment, work: () => Promise<unknown>): Promise<DatabaseDump> {
  await killAt(open.desk.app, moment, work)
  await start()
  const after = await dumpDatabase(open.page)
  expect(after['journalQueue']).toEqual({})
  return after
}

const addScan = () =>
  open.page
    .locator('.scans input[type=file]')
    .first()
    .setInputFiles([{ name: '身份证件复印件.pdf', mimeType: 'application/pdf', buffer: scan }])

async function toMaterials(): Promise<void> {
  await openOnlyDraft(open)
  await open.page.keyboard.press('F6')
}

const scans = () => open.page.locator('.scan')
const keptFiles = () => readdirSync(kept).filter((name) => name !== 'aside')
const statesIn = (dump: DatabaseDump) =>
  Object.values(dump['attachments'] ?? {}).map((row) => (JSON.parse(row) as { state: string }).state)

test.describe('the power fails while a scan is added to a draft', () => {
  test('with the file half written, the draft is as it was and nothing of the file is left', async () => {
    await toMaterials()
    await powerFailsAt({ call: 'datasync', path: '.sealed.new', when: 'before' }, addScan)
    await toMaterials()
    await expect(scans()).toHaveCount(0)
    expect(keptFiles()).toEqual([])
  })

  test('with the file whole and no name for it yet, it is set aside and the clerk is told', async () => {
    await powerFailsAt({ call: 'rename', path: '.sealed.new', when: 'after' }, addScan)
    await expect(open.page.getByText('没有存完的 1 件扫描件')).toBeVisible()
    await toMaterials()
    await expect(scans()).toHaveCount(0)
    expect(keptFiles()).toEqual([])
    expect(readdirSync(join(kept, 'aside'))).toHaveLength(1)
  })

  test('once the draft names it, it is there with its file, whatever the journal has', async () => {
    await powerFailsAt({ call: 'datasync', path: journal, when: 'before' }, addScan)
    await toMaterials()
    await expect(scans()).toHaveCount(1)
    expect(keptFiles()).toHaveLength(1)
    await expect(open.page.getByText('没有存完的')).toHaveCount(0)
  })

  test('once the case is handed in, it waits with its case, and the draft is gone', async () => {
    const after = await powerFailsAt({ call: 'datasync', path: journal, when: 'before' }, () =>
      open.page.getByRole('button', { name: /受理并送审/ }).click(),
    )
    expect(statesIn(after)).toEqual(['waiting'])
    expect(after['drafts']).toEqual({})
    expect(keptFiles()).toHaveLength(1)
  })
})

test.describe('the power fails while the scan goes up', () => {
  let city: Awaited<ReturnType<typeof startSampleCity>>

  test.beforeAll(async () => {
    // The failing line reads and drops messages, which TLS would not let it.
    city = await startSampleCity({ data: join(folder, 'city'), cityPackage: small.cityPackage, plain: true })
    await open.desk.kill9()
  })

  test.afterAll(async () => {
    await city.close()
  })

  /** No receipt has come over any of these lines: after each power cut the scan is there and waits. */
  async function startAndSeeItWaits(address: string): Promise<void> {
    await start(address)
    expect(statesIn(await dumpDatabase(open.page))).toEqual(['waiting'])
    expect(keptFiles()).toHaveLength(1)
  }

  const stored = () => readdirSync(join(folder, 'city', 'attachments', small.station.code))

  const losses: readonly {
    readonly name: string
    readonly lost: Lost
    readonly work: 'swallow' | 'forward'
  }[] = [
    {
      name: 'before the city has a byte, it still waits',
      lost: { method: 'PATCH', path: /attachment-uploads/ },
      work: 'swallow',
    },
    {
      name: 'with the first part at the city and its answer lost, it still waits',
      lost: { method: 'PATCH', path: /attachment-uploads/ },
      work: 'forward',
    },
    {
      name: 'with the whole file at the city and its receipt lost, it still waits',
      lost: { method: 'GET', path: /receipt$/, turn: 2 },
      work: 'forward',
    },
  ]

  for (const { name, lost, work } of losses) {
    test(name, async () => {
      const line = await startFailingLine(city.address, work, lost)
      await startAndSeeItWaits(line.address)
      await line.workArrived
      await open.desk.kill9()
      line.close()
    })
  }

  test('with the receipt here and not yet in the journal, it is received in both, and the city has it once', async () => {
    const line = await startFailingLine(city.address, 'forward', { method: 'GET', path: /receipt$/ })
    await startAndSeeItWaits(line.address)
    await line.workArrived
    const after = await powerFailsAt({ call: 'datasync', path: journal, when: 'before' }, () =>
      Promise.resolve(line.deliver()),
    )
    line.close()
    expect(statesIn(after)).toEqual(['received'])
    expect(stored()).toEqual([digestOf(scan)])
    expect(readFileSync(join(folder, 'city', 'attachments', small.station.code, digestOf(scan)))).toEqual(
      scan,
    )
    const named = (await filedOf(city.address, small.station)).filter(
      ({ action }) => action.step === 'attach',
    )
    expect(named).toHaveLength(1)
  })
})
