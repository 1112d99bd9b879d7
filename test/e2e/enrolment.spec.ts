import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { startSampleCity } from '../../build/sample-city.mjs'
import { startPostgres, type PostgresCluster } from '../server/postgres-cluster.ts'
import { cityPackage, readFixtures, readStationPackage } from '../walk-in/sample.ts'
import { expect, test } from './desk-test.ts'
import { openSampleDesk, type SampleDesk } from './sample-desk.ts'

const { users } = readFixtures()
const folder = mkdtempSync(join(tmpdir(), 'hukou-desk-enrolment-'))
const dataFolder = join(folder, 'desk')
const pictures = 'out/enrolment'
let cluster: PostgresCluster
let base: Client
let station = ''
let city: Awaited<ReturnType<typeof startSampleCity>>
let open: SampleDesk

/** The sample station's machine and a city on PostgreSQL, where the city's commands work. */
test.beforeAll(async () => {
  test.setTimeout(300_000)
  mkdirSync(pictures, { recursive: true })
  cluster = await startPostgres()
  const databaseUrl = await cluster.newDatabase()
  city = await startSampleCity({ data: join(folder, 'city'), cityPackage, databaseUrl })
  base = new Client({ connectionString: databaseUrl })
  await base.connect()
  station = (await readStationPackage()).station.code
  open = await openSampleDesk(dataFolder, city.address)
})

test.afterAll(async () => {
  await open.desk.close()
  city.child.kill('SIGTERM')
  await base.end()
  await cluster.stop()
  rmSync(folder, { recursive: true, force: true })
})

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

const look = (name: string) => open.page.screenshot({ path: join(pictures, `${name}.png`) })

test('a machine enrols by itself at its first contact, with a code of its package', async () => {
  await open.clerk.signIn(users.officer.name)
  await toSync()
  await expect(enrolment()).toContainText(/已登记，证书到 \d{4}\/\d{2}\/\d{2}/, { timeout: 60_000 })
  await expect(codeField()).toHaveCount(0)
  await look('enrolled')
  expect(await certificates()).toEqual([expect.objectContaining({ revoked: false })])
  expect(readFileSync(join(dataFolder, 'trail', 'trail.jsonl'), 'utf8')).toContain('"machine-certified"')
})
