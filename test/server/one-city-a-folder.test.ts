import { createHash } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { FolderInUse } from '../../server/disk/folder-lock.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { makeCityPackage, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { bundleServer, fetchOver, sendOver, startCity } from './city-process.ts'
import { fetchAll, gzippedPackage, optionsOfTests, send } from './city-under-test.ts'

const station = makeStation(7800)
const cityPackage = makeCityPackage([{ station, records: makeRegister(station, 2) }])

let data: string
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'city-alone-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

/** Every file of a folder by its digest. */
async function contentOf(folder: string): Promise<ReadonlyMap<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const digests = files.toSorted().map(
    async (file) =>
      [
        file,
        createHash('sha256')
          .update(await readFile(file))
          .digest('hex'),
      ] as const,
  )
  return new Map(await Promise.all(digests))
}

it('a package that cannot be read is not kept: the next start is as if it had never been given', async () => {
  const good = gzippedPackage(cityPackage)
  for (const bad of [new Uint8Array([1, 2, 3]), gzipSync('{}')]) {
    const options = { ...optionsOfTests, packages: [good, bad] }
    await expect(openEmbeddedCity(data, options)).rejects.toThrow()
  }
  const city = await openEmbeddedCity(data, { ...optionsOfTests, packages: [good] })
  expect(await city.database.query('select code from stations')).toEqual([{ code: station.code }])
  await city.close()
})

it('a folder that a city is at work in is opened by no second one, which changes no byte of it', async () => {
  const options = { ...optionsOfTests, packages: [gzippedPackage(cityPackage)] }
  const city = await openEmbeddedCity(data, options)
  const app = await buildApp({ city, sample: true })
  await send(app, station, reissueActions({ station, n: 0 }))
  const before = await contentOf(data)
  expect(before.size).toBeGreaterThan(10)
  const other = makeStation(7801)
  const more = gzippedPackage(makeCityPackage([{ station: other, records: [] }]))
  const second = openEmbeddedCity(data, { ...optionsOfTests, packages: [more] })
  await expect(second).rejects.toBeInstanceOf(FolderInUse)
  await expect(second).rejects.toThrow(/正由另一个市局程序使用/)
  expect(await contentOf(data)).toEqual(before)
  await send(app, station, reissueActions({ station, n: 1 }))
  await app.close()
  await city.close()
  const reports: string[] = []
  const again = await openEmbeddedCity(data, { ...optionsOfTests, report: (event) => reports.push(event) })
  const appAgain = await buildApp({ city: again, sample: true })
  expect(await fetchAll(appAgain, station)).toHaveLength(10)
  expect(reports).toEqual([])
  await appAgain.close()
  await again.close()
})

it('a folder whose city could not be opened is free again', async () => {
  const without = { ...optionsOfTests, identity: join(data, 'no-such-folder') }
  await expect(openEmbeddedCity(data, without)).rejects.toThrow(/ENOENT/)
  await (await openEmbeddedCity(data, optionsOfTests)).close()
})

it('a second process says so and ends; killed without a word, the first leaves nothing in the way', async () => {
  const bundle = await bundleServer()
  const first = await startCity({ bundle, data, cityPackage })
  await sendOver(first.address, station, reissueActions({ station, n: 0 }))
  await expect(startCity({ bundle, data })).rejects.toThrow(/正由另一个市局程序使用/)
  await expect(openEmbeddedCity(join(data, 'city'), optionsOfTests)).rejects.toBeInstanceOf(FolderInUse)
  await first.kill()
  const next = await startCity({ bundle, data })
  expect(await fetchOver(next.address, station)).toHaveLength(5)
  expect(await next.close()).toBe(0)
})
