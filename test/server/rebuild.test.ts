import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { must } from '../../shared/base/must.ts'
import type { City } from '../../server/city.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import {
  makeCityPackage,
  makeOriginal,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { firstOf, gzippedPackage, optionsOfTests, send } from './city-under-test.ts'
import { handOut, order, rangeFor, sheetsIn } from './stock-orders.ts'

const stations = [makeStation(41), makeStation(42)]
const tables =
  'actions refused_actions cases records landings serials known_numbers stations leases leased_numbers sequence_blocks machine_names handed_out_stock'.split(
    ' ',
  )

/** Every row of every table but the instant at which it was written, as text in a fixed order. */
async function everyRow({ database }: City): Promise<Record<string, string[]>> {
  const rows: Record<string, string[]> = {}
  for (const table of tables) {
    const sql = `select (to_jsonb(t) - 'filed_at' - 'refused_at')::text as row from ${table} t order by 1`
    rows[table] = (await database.query<{ row: string }>(sql)).map(({ row }) => row)
  }
  return rows
}

/** Sheets come after the package and are printed on, their machine is cut off, some are counted, and its successor asks. */
async function handOutAndCutOff(city: City, app: App, station: MadeStation): Promise<void> {
  const range = rangeFor(station, 4)
  await handOut(city, range)
  await ask(app, station, 'D3', askForSheets(5))
  const sheet = must(sheetsIn(range)[0], 'a sheet')
  await send(
    app,
    station,
    reissueActions({ station, n: 4, sheet }).map((action) => ({ ...action, device: 'D3' })),
  )
  await order(city, { what: 'cut-off-machine', station: station.code, device: 'D3' })
  const counted = { ...range, first: range.first + 2, last: range.first + 2 }
  await order(city, { what: 'give-back-counted', station: station.code, device: 'D3', range: counted })
  await ask(app, station, 'D4', askForSheets(1))
}

it('the store built from packages and journal equals the one thrown away, row by row', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'city-rebuild-'))
  const records = stations.map((station) => ({ station, records: makeRegister(station, 5) }))
  const landings = stations.map((station) => ({
    key: makeOriginal(station, 1).key,
    on: '2026-03-08',
    office: '样例所',
  }))
  const cityPackage = gzippedPackage(makeCityPackage(records, landings))
  const city = await openEmbeddedCity(folder, { ...optionsOfTests, packages: [cityPackage] })
  const app = await buildApp({ city, sample: true })
  for (const n of [0, 1, 2, 3]) {
    for (const station of stations) {
      const actions = reissueActions({ station, n, landingCheck: n === 1 ? 'unknown' : 'not-landed' })
      await send(app, station, n === 3 ? actions.slice(1) : actions)
    }
  }
  for (const station of stations) {
    // Kept with other characters than it came with, and known again by what came.
    const unstorable = { ...firstOf(reissueActions({ station, n: 3 })), caseType: 'a\u0000b' }
    const refused = await send(app, station, [unstorable])
    expect(await send(app, station, [unstorable])).toEqual(refused)
    const { leases } = await ask(app, station, 'D1', askForSheets(1), askForSheets(1, 'citizen-sequence'))
    for (const { id } of leases.slice(0, 1))
      await ask(app, station, 'D1', { id: randomUUID(), want: 'return', lease: id })
    await ask(app, station, 'D2', askForSheets(1))
  }
  for (const station of stations) await handOutAndCutOff(city, app, station)
  const before = await everyRow(city)
  expect(before['handed_out_stock']).toHaveLength(2 * 1)
  expect(before['leases']).toHaveLength(2 * (3 + 5))
  expect(before['machine_names']).toHaveLength(2 * (2 + 2))
  expect(before['refused_actions']).toHaveLength(2 * 5)
  expect(before['actions']).toHaveLength(2 * (3 * 5 + 1 + 5))
  await app.close()
  await city.close()
  await rm(join(folder, 'store'), { recursive: true })
  const again = await openEmbeddedCity(folder, optionsOfTests)
  expect(await everyRow(again)).toEqual(before)
  await again.close()
  await rm(folder, { recursive: true, force: true })
})
