import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { takeBundle } from '../../server/bundle/take-bundle.ts'
import type { City } from '../../server/city.ts'
import { takeReport } from '../../server/machines/take-report.ts'
import { openEmbeddedCity } from '../../server/open-embedded-city.ts'
import { OrderBook } from '../../server/orders/order-book.ts'
import { makeCityPackage, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { gzippedPackage, optionsOfTests } from './city-under-test.ts'
import { StickDesk } from './stick-desk.ts'

const station = makeStation(7850)
const packages = [gzippedPackage(makeCityPackage([{ station, records: makeRegister(station, 2) }]))]

let folder: string
let city: City
let desk: StickDesk
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-revoked-'))
  city = await openEmbeddedCity(folder, { ...optionsOfTests, packages })
  desk = new StickDesk(station, 'D1', await mkdtemp(join(folder, 'stick-')))
  await desk.open(2)
})
afterEach(async () => {
  desk.close()
  await city.close()
  await rm(folder, { recursive: true, force: true })
})

/** The order to revoke the desk's key, as the city answered it. */
async function revoked(): Promise<{ readonly keyId: string; readonly outcome: string }> {
  const keyId = keyIdOf((await desk.report()).publicKey)
  const book = new OrderBook(folder)
  const order = {
    id: randomUUID(),
    at: new Date().toISOString(),
    ordered: { what: 'revoke-key', keyId },
  } as const
  await book.give(order)
  const answer = await vi.waitUntil(() => book.answerTo(order.id), { timeout: 20_000 })
  return { keyId, outcome: answer.outcome }
}

async function builtAgain(): Promise<void> {
  await city.close()
  await rm(join(folder, 'closed.json'))
  city = await openEmbeddedCity(folder, optionsOfTests)
}

/** A machine whose key came with a report, was ordered revoked, and whose city's store was built again afterwards. */
async function revokedAndBuiltAgain(): Promise<{ readonly keyId: string }> {
  await desk.meet(city)
  const { keyId, outcome } = await revoked()
  expect(outcome).toBe('done')
  await builtAgain()
  return { keyId }
}

it('a key that was ordered revoked before anybody reported it is certified with its end, also by a store built again', async () => {
  const { keyId, outcome } = await revoked()
  expect(outcome).toBe('nothing-to-change')
  await builtAgain()
  await desk.meet(city)
  const { lists } = await takeReport(city, await desk.report())
  expect(lists?.keys.map((key) => [key.keyId, key.revokedAt !== undefined])).toEqual([[keyId, true]])
})

it('a key that a report brought stays revoked when the store was built again: the next report certifies it with its end', async () => {
  const { keyId } = await revokedAndBuiltAgain()
  await desk.meet(city)
  const { lists } = await takeReport(city, await desk.report())
  expect(lists?.keys.map((key) => [key.keyId, key.revokedAt !== undefined])).toEqual([[keyId, true]])
})

it('so does one on a stick, and the clerk’s word that certifies it takes nothing of it', async () => {
  const { keyId } = await revokedAndBuiltAgain()
  for (const action of reissueActions({ station, n: 0 }))
    await desk.store.write(() => ({ kind: 'recorded', action }))
  await desk.handOver()
  const ways = { certify: keyId, reportFault: (error: unknown) => expect(error).toBeUndefined() }
  const taken = await takeBundle(city, await desk.lastFile(), ways)
  expect(taken.ok ? 'taken' : must(taken.refusals[0], 'a reason').code).toBe('key-revoked')
  expect(await city.database.query('select 1 from actions')).toEqual([])
})
