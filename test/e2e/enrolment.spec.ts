import { execFile } from 'node:child_process'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { Client } from 'pg'
import { startSampleCity } from '../../build/sample-city.mjs'
import { must } from '../../shared/base/must.ts'
import { startPostgres, type PostgresCluster } from '../server/postgres-cluster.ts'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { familyOfFour, users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-enrolment-'))
const dataFolder = join(folder, 'desk')
/** Where the machine keeps its key and certificate for the line, sealed. */
const kept = join(dataFolder, 'secrets', 'line-certificate.sealed')
const pictures = 'out/enrolment'
const run = promisify(execFile)
let cluster: PostgresCluster
let databaseUrl = ''
let base: Client
let station = ''
let city: Awaited<ReturnType<typeof startSampleCity>>
let open: SampleDesk
let number = ''
let code = ''

test.describe.configure({ mode: 'serial' })

/** The sample station's machine and a city on PostgreSQL, where the city's commands work. */
test.beforeAll(async () => {
  test.setTimeout(300_000)
  mkdirSync(pictures, { recursive: true })
  cluster = await startPostgres()
  databaseUrl = await cluster.newDatabase()
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, databaseUrl })
  base = new Client({ connectionString: databaseUrl })
  await base.connect()
  station = (await readStationPackage()).station.code
  open = await openSampleDesk(dataFolder, city.address)
})

test.afterAll(async () => {
  await open.desk.close()
  await city.close()
  await base.end()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function atTheCity(command: string, ...options: readonly string[]): Promise<string> {
  const { stdout } = await run('npm', ['run', '--silent', command, '--', ...options], {
    env: { ...process.env, DATABASE_URL: databaseUrl },
  })
  return stdout
}

async function certificates(): Promise<{ device: string; fingerprint: string; revoked: boolean }[]> {
  const { rows } = await base.query<{ device: string; fingerprint: string; revoked: boolean }>(
    `select device, fingerprint, revoked_at is not null as revoked from station_certificates
     where station = $1 order by issued_at`,
    [station],
  )
  return rows
}

const enrolment = () => open.page.locator('tr', { hasText: '本机登记' })
const codeField = () => open.page.getByLabel('登记码')

async function toSync(): Promise<void> {
  await open.page.setViewportSize({ width: 1366, height: 768 })
  await open.page.keyboard.press('Alt+5')
  await open.page.getByRole('button', { name: '现在就发送' }).click()
}

async function enrolWith(typed: string): Promise<void> {
  await codeField().fill(typed)
  await open.page.keyboard.press('Enter')
}

const look = (name: string) => open.page.screenshot({ path: join(pictures, `${name}.png`) })

test('a machine enrols by itself at its first contact, with a code of its package', async () => {
  await open.clerk.signIn(users.officer.name)
  await toSync()
  await expect(enrolment()).toContainText(/已登记，证书到 \d{4}\/\d{2}\/\d{2}/, { timeout: 60_000 })
  await expect(codeField()).toHaveCount(0)
  await look('enrolled')
  expect(await certificates()).toEqual([expect.objectContaining({ revoked: false })])
})

test('a machine that the city cut off says so, works on and loses nothing; a wrong code is refused in words', async () => {
  const { clerk, page } = open
  const [{ device } = { device: '' }] = await certificates()
  expect(await atTheCity('cut-off', '--station', station, '--device', device)).toContain('马上生效')
  await clerk.openNewMatter('补发')
  await clerk.pickOriginal(familyOfFour.holderCitizenId)
  await clerk.fillLossByHolder()
  number = await clerk.submit()
  await toSync()
  await expect(enrolment()).toContainText('证书已被市局吊销')
  await expect(page.getByText(/市局不收：本机的证书已被市局吊销，市局没有接收。数据都还在本机/)).toBeVisible()
  await expect(page.getByText('已发送未回 1')).toBeVisible()
  await look('cut-off')
  await enrolWith('2222-2222')
  await expect(page.getByText(/登记码是六组/)).toBeVisible()
  await enrolWith('2222-3333-4444-5555-6666-7777')
  await expect(page.getByText(/登记码不对，没有登记/)).toBeVisible({ timeout: 30_000 })
  await expect(enrolment()).not.toContainText('已登记')
  await look('wrong-code')
  expect(await certificates()).toEqual([expect.objectContaining({ revoked: true })])
})

test('with a new code, typed as a hand types it, what waited goes out', async () => {
  const words = await atTheCity('enrolment-code', '--station', station)
  code = must(/登记码：(\S+)/.exec(words)?.[1], 'the command gives a code')
  copyFileSync(kept, join(folder, 'before-the-answer'))
  await enrolWith(code.toLowerCase().replaceAll('-', ' '))
  await expect(enrolment()).toContainText(/已登记，证书到/, { timeout: 30_000 })
  await expect(open.page.getByText('已发送未回')).toHaveCount(0, { timeout: 30_000 })
  await open.clerk.openCase(number)
  await expect.poll(() => open.clerk.deliveries()).toContain('received')
  const filed = await base.query(`select from actions where station = $1 and action ->> 'device' = $2`, [
    station,
    must((await certificates())[0], 'it is enrolled').device,
  ])
  expect(filed.rowCount).toBeGreaterThan(0)
})

test('killed between the city’s answer and keeping it, the machine types the same code and gets the same certificate', async () => {
  const before = await certificates()
  await open.desk.kill9()
  copyFileSync(join(folder, 'before-the-answer'), kept)
  open = await openSampleDesk(dataFolder, city.address)
  await open.clerk.signIn(users.officer.name)
  await toSync()
  await expect(enrolment()).toContainText('证书已被市局吊销', { timeout: 30_000 })
  await enrolWith(code)
  await expect(enrolment()).toContainText(/已登记，证书到/, { timeout: 30_000 })
  expect(await certificates()).toEqual(before)
})

test('enrolments and the cut-off stand on the trail', async () => {
  const lines = readFileSync(join(dataFolder, 'trail', 'trail.jsonl'), 'utf8')
    .trim()
    .split('\n')
  const events = lines.map((line) => (JSON.parse(line) as { event: { what: string; code?: string } }).event)
  expect(events.filter(({ what }) => what === 'machine-certified')).toHaveLength(3)
  const refusals = events.map(({ code: reason }) => reason).filter((reason) => reason !== undefined)
  expect(refusals).toEqual(expect.arrayContaining(['certificate-revoked', 'enrolment-code-unknown']))
})
