import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { buildApp } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { codeDigest } from '../../server/machines/enrol.ts'
import { openPostgresCity } from '../../server/open-city.ts'
import { enrolmentCodeSchema } from '../../shared/sync/station-entry.ts'
import { countyOfTests, permitApplication } from '../builders/permit-application.ts'
import { addStation, optionsOfTests, send } from './city-under-test.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

/** What the city's administrator types, run as it is typed, on a real base. */
let cluster: PostgresCluster
let url: string
let city: City
let app: App
beforeAll(async () => {
  cluster = await startPostgres()
  url = await cluster.newDatabase()
  city = await openPostgresCity(url, optionsOfTests)
  app = await buildApp({ city, sample: true })
})
afterAll(async () => {
  await app.close()
  await city.close()
  await cluster.stop()
})

async function command(name: string, ...options: readonly string[]) {
  const child = spawn(process.execPath, ['--import', 'tsx', `server/${name}.ts`, ...options], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [words] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { words, code: child.exitCode }
}

const whom = (station: string, ...more: readonly string[]) => [
  '--station',
  station,
  '--police-number',
  countyOfTests.policeNumber,
  ...more,
]

it('`authorise` lets the county decide at a station, and `cut-off` ends it', async () => {
  const { code } = await addStation(city, 0)
  expect(await command('authorise', ...whom(code, '--role', 'county'))).toEqual({
    words: '已登记，马上生效。\n',
    code: 0,
  })
  expect((await command('authorise', ...whom(code, '--role', 'county'))).words).toMatch(/早已/)
  const listed = () => city.database.query('select from deciders where station = $1', [code])
  expect(await listed()).toHaveLength(1)
  expect(await command('cut-off', ...whom(code))).toMatchObject({
    code: 0,
    words: expect.stringMatching(/已办好/),
  })
  expect((await command('cut-off', ...whom(code))).words).toMatch(/早已办过/)
})

it('what was cut off decides no more: the city refuses the county’s next word', async () => {
  const station = await addStation(city, 0)
  await command('authorise', ...whom(station.code, '--role', 'county'))
  const actions = permitApplication(station)
  const [word] = (await send(app, station, actions)).slice(-1)
  expect(word).toMatchObject({ outcome: 'accepted' })
  await command('cut-off', ...whom(station.code))
  const next = { ...must(actions.at(-1), 'the county’s word'), id: crypto.randomUUID() }
  expect(await send(app, station, [next])).toMatchObject([{ refusals: [{ code: 'decider-not-known' }] }])
})

const certificatesOf = (station: string) =>
  city.database.query<{ device: string; revoked: boolean }>(
    `select device, revoked_at is not null as revoked from station_certificates where station = $1 order by device`,
    [station],
  )

it('`enrolment-code` gives one machine of a station a code, and the city keeps its digest alone', async () => {
  const { code: station } = await addStation(city, 0)
  const { words, code } = await command('enrolment-code', '--station', station)
  expect(code).toBe(0)
  const given = enrolmentCodeSchema.parse(/登记码：(\S+)/.exec(words)?.[1])
  const rows = await city.database.query<{ digest: string; used_by: string | null }>(
    'select digest, used_by from enrolment_codes where station = $1',
    [station],
  )
  expect(rows).toEqual([{ digest: codeDigest(given), used_by: null }])
})

it('`cut-off --device` revokes that machine alone, and ends the codes that nobody has used yet', async () => {
  const { code: station } = await addStation(city, 0)
  for (const device of ['D1', 'D2'])
    await city.database.query(
      'insert into station_certificates (station, fingerprint, device, issued_at, until) values ($1, $2, $3, now(), now())',
      [station, `${station}-${device}`, device],
    )
  await command('enrolment-code', '--station', station)
  const device = ['--station', station, '--device', 'D1']
  expect((await command('cut-off', ...device)).words).toMatch(/马上生效.*登记码一并作废/)
  expect(await certificatesOf(station)).toEqual([
    { device: 'D1', revoked: true },
    { device: 'D2', revoked: false },
  ])
  expect(
    await city.database.query('select from enrolment_codes where station = $1 and until > now()', [station]),
  ).toEqual([])
  expect((await command('cut-off', ...device)).words).toMatch(/早已办过/)
})

const sheets = ['--kind', 'certificate', '--from', '蒙2027-00000001', '--to', '蒙2027-00000020']

it('`hand-out-stock` enters sheets once, and the next machine that asks has them; `cut-off` freezes them and says how many', async () => {
  const station = await addStation(city, 0)
  const where = ['--station', station.code]
  const device = ['--device', 'D1']
  expect(await command('hand-out-stock', ...where, ...sheets)).toEqual({
    words: expect.stringMatching(/^已登记.*迁移证 蒙2027-00000001—00000020，共 20 张\n$/),
    code: 0,
  })
  expect(await command('hand-out-stock', ...where, ...sheets)).toEqual({
    words: expect.stringMatching(/早已登记给这个派出所，没有改动/),
    code: 0,
  })
  const { answers, leases } = await ask(app, station, 'D1', askForSheets(20))
  expect([answers, leases]).toMatchObject([[{ outcome: 'done' }], [{ range: { first: 1, last: 20 } }]])
  const cutOff = await command('cut-off', ...where, ...device)
  expect(cutOff).toEqual({ words: expect.stringMatching(/号段已冻结 1 段：空白迁移证 20 张/), code: 0 })
  const counted = ['--kind', 'certificate', '--from', '蒙2027-00000003', '--to', '蒙2027-00000005']
  expect(await command('cut-off', ...where, ...device, '--give-back', ...counted)).toEqual({
    words: expect.stringMatching(/已退回本所库存.*共 3 张/),
    code: 0,
  })
  const told = await ask(app, station, 'D2', askForSheets(20))
  expect(told.leases.find((lease) => lease.device === 'D2')?.range).toMatchObject({ first: 3, last: 5 })
})

it('of two `hand-out-stock` for two stations at once one enters the sheets, the other says whose they are', async () => {
  const both = await Promise.all([addStation(city, 0), addStation(city, 0)])
  const range = ['--kind', 'permit', '--from', '蒙2027-00000001', '--to', '蒙2027-00000100']
  const done = await Promise.all(
    both.map((station) => command('hand-out-stock', '--station', station.code, ...range)),
  )
  expect(new Set(done.map(({ code }) => code))).toEqual(new Set([0, 2]))
  expect(done.find(({ code }) => code === 2)?.words).toMatch(/已经登记在 \d{12} 名下，一个号只能发一次/)
})

it.each([
  [[]],
  [['--station', '150430100000', '--kind', 'booklet', ...sheets.slice(2)]],
  [['--station', '150430100000', ...sheets.slice(0, 4), '--to', '蒙2027-1234']],
  [['--station', '150430100000', ...sheets.slice(0, 4), '--to', '蒙2026-00000020']],
  [['--station', '150430100000', ...sheets.slice(0, 2), '--from', '蒙2027-00000021', ...sheets.slice(4)]],
  [['--station', '150430100000', ...sheets.slice(0, 4), '--to', '蒙2027-00010001']],
  [['--station', '150430100000', '--kind', 'permit', '--from', '蒙2099-00000001', '--to', '蒙2099-00000002']],
  [['--station', '999999999999', ...sheets]],
])('`hand-out-stock %s` enters nothing, says why and ends with 2', async (options) => {
  const { words, code } = await command('hand-out-stock', ...options)
  expect(code).toBe(2)
  expect(words).toMatch(
    /^(派出所代码是|没有“booklet”|编号认不出来|起号和止号不是同一批|止号小于起号|一段最多|还没有 2099|市局没有代码为)/,
  )
})

it.each([
  ['authorise', []],
  ['authorise', whom('150430100000', '--role', 'chief')],
  ['authorise', whom('999999999999', '--role', 'county')],
  ['cut-off', ['--station', '150430100000']],
  ['cut-off', ['--device', 'D1']],
  ['cut-off', ['--station', '150430100000', '--give-back', '--device', 'D1', '--kind', 'certificate']],
  ['enrolment-code', []],
  ['enrolment-code', ['--station', '999999999999']],
  ['enrolment-code', ['--station', '150430100000', '--days', '0']],
] as const)('`%s %s` changes nothing, says why and ends with 2', async (name, options) => {
  const { words, code } = await command(name, ...options)
  expect(code).toBe(2)
  expect(words).toMatch(/用法|市局没有代码为/)
})
