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

it.each([
  ['authorise', []],
  ['authorise', whom('150430100000', '--role', 'chief')],
  ['authorise', whom('999999999999', '--role', 'county')],
  ['cut-off', ['--station', '150430100000']],
  ['cut-off', ['--device', 'D1']],
  ['enrolment-code', []],
  ['enrolment-code', ['--station', '999999999999']],
  ['enrolment-code', ['--station', '150430100000', '--days', '0']],
] as const)('`%s %s` changes nothing, says why and ends with 2', async (name, options) => {
  const { words, code } = await command(name, ...options)
  expect(code).toBe(2)
  expect(words).toMatch(/用法|市局没有代码为/)
})
