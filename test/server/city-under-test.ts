import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import {
  actionsFiledSchema,
  actionsHandedOutSchema,
  type ActionsHandedOut,
  type CityPackage,
  type CityVerdict,
} from '../../shared/sync/messages.ts'
import { buildApp } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { openPostgresCity, type CityOptions } from '../../server/open-city.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import {
  instantOfTests,
  makeCityPackage,
  makeRegister,
  makeStation,
  type MadeStation,
} from '../builders/reissues.ts'
import { startPostgres } from './postgres-cluster.ts'
import { bearer, messageOf } from './station-messages.ts'

export { bearer, gzippedPackage, messageOf } from './station-messages.ts'

/** A city with its server, without a port: requests are injected. */
export interface CityUnderTest {
  readonly city: City
  readonly app: App
  /** A second server process's app on the same base, where the base allows two. */
  readonly second: App
  close(): Promise<void>
}

export const optionsOfTests: CityOptions = {
  packages: [],
  attachmentFolder: join(tmpdir(), `city-attachments-${process.pid}`),
  now: () => instantOfTests,
  report: () => undefined,
}

export async function openEmbeddedForTest(options = optionsOfTests): Promise<CityUnderTest> {
  const folder = await mkdtemp(join(tmpdir(), 'city-embedded-'))
  const city = await openEmbeddedCity(folder, options)
  const app = await buildApp({ city, sample: true })
  return {
    city,
    app,
    second: app,
    close: async () => {
      await app.close()
      await city.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export async function openPostgresForTest(options = optionsOfTests): Promise<CityUnderTest> {
  const cluster = await startPostgres()
  const url = await cluster.newDatabase()
  // Two processes start at the same moment on an empty database.
  const [city, otherCity] = await Promise.all([
    openPostgresCity(url, options),
    openPostgresCity(url, options),
  ])
  const app = await buildApp({ city, sample: true })
  const second = await buildApp({ city: otherCity, sample: true })
  return {
    city,
    app,
    second,
    close: async () => {
      await Promise.all([app.close(), second.close()])
      await Promise.all([city.close(), otherCity.close()])
      await cluster.stop()
    },
  }
}

/** Every promise about the city is kept on both. */
export const bothStores = [
  ['PostgreSQL', openPostgresForTest],
  ['the embedded store', openEmbeddedForTest],
] as const

let seed = 500

/** A new station with a register for so many reissues, known to the city. */
export async function addStation(
  city: City,
  reissues: number,
  landings: CityPackage['landings'] = [],
): Promise<MadeStation> {
  seed += 1
  const station = makeStation(seed)
  const records = makeRegister(station, reissues)
  await loadPackage(city.database, makeCityPackage([{ station, records }], landings), instantOfTests)
  return station
}

/** Files actions as a station does; throws on any answer but 200. */
export async function send(
  app: App,
  station: MadeStation,
  actions: readonly Action[],
): Promise<CityVerdict[]> {
  const answer = await app.inject({
    method: 'POST',
    url: '/v1/actions',
    headers: bearer(station),
    payload: messageOf(station, actions),
  })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return actionsFiledSchema.parse(answer.json()).verdicts
}

export async function fetchAfter(
  app: App,
  station: MadeStation,
  after: number,
  limit = 500,
): Promise<ActionsHandedOut> {
  const url = `/v1/actions?station=${station.code}&after=${after}&limit=${limit}`
  const answer = await app.inject({ method: 'GET', url, headers: bearer(station) })
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${answer.body}`)
  return actionsHandedOutSchema.parse(answer.json())
}

/** Everything that was filed for a station, a page at a time. */
export async function fetchAll(
  app: App,
  station: MadeStation,
  limit = 500,
): Promise<ActionsHandedOut['actions']> {
  const all: ActionsHandedOut['actions'] = []
  for (;;) {
    const page = await fetchAfter(app, station, all.at(-1)?.order ?? 0, limit)
    all.push(...page.actions)
    if (!page.more) return all
  }
}

export function firstOf<T>(all: readonly T[]): T {
  return must(all[0], 'the list is not empty')
}

export function newId(): string {
  return randomUUID()
}
