import { copyFile, cp, mkdtemp, open, rm, truncate, type FileHandle } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import {
  makeCityPackage,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { fetchAll, firstOf, gzippedPackage, optionsOfTests, send } from './city-under-test.ts'

const walks = 4
const stations = [makeStation(7101), makeStation(7102)]
const packages = [
  gzippedPackage(
    makeCityPackage(stations.map((station) => ({ station, records: makeRegister(station, walks) }))),
  ),
]

/** The moment of the cut: what had been acknowledged, and how much of the journal a sync had covered. */
interface Cut {
  readonly acknowledged: ReadonlySet<string>
  readonly syncedBytes: number
  readonly writtenBytes: number
}

const folders: string[] = []
afterEach(async () => {
  vi.restoreAllMocks()
  for (const folder of folders.splice(0)) await rm(folder, { recursive: true, force: true })
})

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'power-cut-'))
  folders.push(folder)
  return folder
}

/** Watches every sync of the process; `whenCut` is told when the given one is asked for and has not happened yet. */
async function cutAtSync(nth: number, acknowledged: Set<string>, whenCut: (cut: Cut) => void): Promise<void> {
  const handle = await open(join(await newFolder(), 'any'), 'w')
  const prototype = Object.getPrototypeOf(handle) as FileHandle
  await handle.close()
  const datasync = prototype.datasync
  let [syncs, syncedBytes] = [0, 0]
  vi.spyOn(prototype, 'datasync').mockImplementation(async function sync(this: FileHandle) {
    const { size } = await this.stat()
    syncs += 1
    if (syncs === nth) whenCut({ acknowledged: new Set(acknowledged), syncedBytes, writtenBytes: size })
    await datasync.call(this)
    syncedBytes = size
  })
}

it.each([4])(
  'what was written and not synced is thrown away at sync %i, in the middle of the work: no acknowledged action is missing, and the rest is filed once when it comes again',
  async (nth) => {
    const acknowledged = new Set<string>()
    const folder = await newFolder()
    const city = await openEmbeddedCity(folder, { ...optionsOfTests, packages })
    const app = await buildApp({ city, sample: true })
    const cuts: Cut[] = []
    await cutAtSync(nth, acknowledged, (cut) => cuts.push(cut))
    const sendWalks = async (station: MadeStation) => {
      for (let n = 0; n < walks; n += 1)
        for (const { id } of await send(app, station, reissueActions({ station, n }))) acknowledged.add(id)
    }
    await Promise.all(stations.map(sendWalks))
    const cut = firstOf(cuts)
    vi.restoreAllMocks()
    expect(cut.writtenBytes).toBeGreaterThan(cut.syncedBytes)

    const afterTheCut = await newFolder()
    await cp(join(folder, 'packages'), join(afterTheCut, 'packages'), { recursive: true })
    await copyFile(join(folder, 'journal.log'), join(afterTheCut, 'journal.log'))
    await truncate(join(afterTheCut, 'journal.log'), cut.syncedBytes)
    await app.close()
    await city.close()

    const again = await openEmbeddedCity(afterTheCut, optionsOfTests)
    const appAgain = await buildApp({ city: again, sample: true })
    const kept = new Set<string>()
    for (const station of stations)
      for (const { action } of await fetchAll(appAgain, station)) kept.add(action.id)
    for (const id of cut.acknowledged) expect(kept.has(id), id).toBe(true)
    expect(kept.size).toBeLessThan(stations.length * walks * 5)
    for (const station of stations) {
      for (let n = 0; n < walks; n += 1) await send(appAgain, station, reissueActions({ station, n }))
      const filed = await fetchAll(appAgain, station)
      expect(filed.map(({ order }) => order)).toEqual(Array.from({ length: walks * 5 }, (_, at) => at + 1))
    }
    await appAgain.close()
    await again.close()
  },
  180_000,
)
