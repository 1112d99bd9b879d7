import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import type { City } from '../../server/city.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import {
  makeCityPackage,
  makeOriginal,
  makeRegister,
  makeStation,
  reissueActions,
} from '../builders/reissues.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { firstOf, gzippedPackage, optionsOfTests, send } from './city-under-test.ts'

const stations = [makeStation(41), makeStation(42)]
const tables =
  'actions refused_actions cases records landings serials known_numbers stations leases leased_numbers sequence_blocks machine_names'.split(
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

it('the store built from packages and journal equals the one thrown away, row by row', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'city-rebuild-'))
  const records = stations.map((station) => ({ station, records: makeRegister(station, 4) }))
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
  const before = await everyRow(city)
  expect(before['leases']).toHaveLength(2 * 3)
  expect(before['machine_names']).toHaveLength(2 * 2)
  expect(before['refused_actions']).toHaveLength(2 * 5)
  expect(before['actions']).toHaveLength(2 * (3 * 5 + 1))
  await app.close()
  await city.close()
  await rm(join(folder, 'store'), { recursive: true })
  const again = await openEmbeddedCity(folder, optionsOfTests)
  expect(await everyRow(again)).toEqual(before)
  await again.close()
  await rm(folder, { recursive: true, force: true })
})
