import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { storm } from '../bench/storm/clients.ts'
import { makeStormDays } from '../bench/storm/days.ts'
import { expectFiledOnce } from '../bench/storm/filed-once.ts'
import { makeCityPackage, makeRegister, makeStation } from '../builders/reissues.ts'
import { bundleServer, startCity } from './city-process.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

/** A short day of every station of the city: `npm run storm` sends a whole one, beside other servers. */
const day = { round: 0, casesAStation: 2, scans: 1 }
const stations = Array.from({ length: 230 }, (_, n) => makeStation(7500 + n))
const cityPackage = makeCityPackage(
  stations.map((station) => ({ station, records: makeRegister(station, day.casesAStation) })),
)

let bundle: string
let folder: string
let cluster: PostgresCluster
beforeAll(async () => {
  bundle = await bundleServer()
  folder = await mkdtemp(join(tmpdir(), 'storm-'))
  cluster = await startPostgres()
})
afterAll(async () => {
  await cluster.stop()
  await rm(folder, { recursive: true, force: true })
})

const stores: readonly (readonly [string, () => Promise<{ readonly databaseUrl?: string }>])[] = [
  ['PostgreSQL', async () => ({ databaseUrl: await cluster.newDatabase() })],
  ['the embedded store', () => Promise.resolve({})],
]

it.each(stores)(
  'on %s 230 stations come back at once: no answer but a receipt or a put-off, every action filed once, every scan received',
  async (_name, store) => {
    const city = await startCity({
      bundle,
      data: await mkdtemp(join(folder, 'city-')),
      cityPackage,
      ...(await store()),
    })
    const days = makeStormDays(stations, day)
    // Throws at any answer but 200, 202, 429 and 503, at a refused action, and at a scan that is not received.
    await storm(city.address, days, Math.random)
    await expectFiledOnce(city.address, days)
    expect(await city.close()).toBe(0)
  },
)
