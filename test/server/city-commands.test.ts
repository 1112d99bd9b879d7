import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { buildApp } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { openPostgresCity } from '../../server/open-city.ts'
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

it.each([
  ['authorise', []],
  ['authorise', whom('150430100000', '--role', 'chief')],
  ['authorise', whom('999999999999', '--role', 'county')],
  ['cut-off', ['--station', '150430100000']],
] as const)('`%s %s` changes nothing, says why and ends with 2', async (name, options) => {
  const { words, code } = await command(name, ...options)
  expect(code).toBe(2)
  expect(words).toMatch(/用法|市局没有代码为/)
})
