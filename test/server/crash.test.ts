import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { CityVerdict } from '../../shared/sync/messages.ts'
import { makeCityPackage, makeRegister, makeStation, reissueActions } from '../builders/reissues.ts'
import { bundleServer, fetchOver, sendOver, startCity, type CityProcess } from './city-process.ts'
import { startPostgres } from './postgres-cluster.ts'

const reissues = 60
const stations = [makeStation(1), makeStation(2), makeStation(3)]
const cityPackage = makeCityPackage(
  stations.map((station) => ({ station, records: makeRegister(station, reissues) })),
)
const outboxes = stations.map((station) => ({
  station,
  batches: Array.from({ length: reissues }, (_, n) => reissueActions({ station, n })),
}))

let bundle: string
let data: string
beforeAll(async () => {
  bundle = await bundleServer()
})
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'city-crash-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

type Acknowledged = Map<string, CityVerdict>

/** Every station sends its batches one after the other, until the line breaks. */
async function sendUntilTheLineBreaks(address: string, acknowledged: Acknowledged, from = 0): Promise<void> {
  await Promise.all(
    outboxes.map(async ({ station, batches }) => {
      for (const batch of batches.slice(from)) {
        const verdicts = await sendOver(address, station, batch)
        if (!verdicts) return
        for (const verdict of verdicts) acknowledged.set(verdict.id, verdict)
      }
    }),
  )
}

/** Nothing acknowledged is missing, nothing is doubled, orders have no gaps, and sending all again comes to everything once. */
async function expectNothingLost(city: CityProcess, acknowledged: Acknowledged): Promise<void> {
  for (const { station, batches } of outboxes) {
    const filed = await fetchOver(city.address, station)
    expect(filed.map(({ order }) => order)).toEqual(filed.map((_, at) => at + 1))
    expect(new Set(filed.map(({ action }) => action.id)).size).toBe(filed.length)
    const receipts = new Map(filed.map(({ action, receipt }) => [action.id, receipt]))
    for (const action of batches.flat()) {
      const verdict = acknowledged.get(action.id)
      if (verdict?.outcome === 'accepted') expect(receipts.get(action.id)).toBe(verdict.receipt)
    }
    for (const batch of batches) {
      const again = must(await sendOver(city.address, station, batch), 'the line is up')
      for (const verdict of again) {
        expect(verdict.outcome).toBe('accepted')
        const before = acknowledged.get(verdict.id)
        if (before) expect(verdict).toEqual(before)
      }
    }
    expect((await fetchOver(city.address, station)).map(({ action }) => action.id).sort()).toEqual(
      batches
        .flat()
        .map(({ id }) => id)
        .sort(),
    )
  }
}

describe('the embedded city', () => {
  it('loses no acknowledged action when it is killed in the middle of batches, three times over', async () => {
    const acknowledged: Acknowledged = new Map()
    for (const [round, pause] of [250, 120, 400].entries()) {
      const city = await startCity({ bundle, data, cityPackage })
      const before = acknowledged.size
      const sending = sendUntilTheLineBreaks(city.address, acknowledged, round * 5)
      // A busy machine has nothing to lose yet after so many milliseconds.
      while (acknowledged.size < before + 10) await wait(5)
      await wait(pause)
      await city.kill()
      await sending
    }
    expect(acknowledged.size).toBeGreaterThan(20)
    const city = await startCity({ bundle, data, cityPackage })
    expect(city.reports.join()).toContain('store built again from the journal')
    await expectNothingLost(city, acknowledged)
    expect(await city.close()).toBe(0)
  })

  it('loses no acknowledged action when the store is thrown away, and drops a torn last line', async () => {
    const acknowledged: Acknowledged = new Map()
    const first = await startCity({ bundle, data, cityPackage })
    const sending = sendUntilTheLineBreaks(first.address, acknowledged)
    await wait(500)
    await first.kill()
    await sending
    await rm(join(data, 'city', 'store'), { recursive: true })
    await appendFile(join(data, 'city', 'journal.log'), '{"n":99999,"sum":"ab')
    const city = await startCity({ bundle, data })
    expect(city.reports.join()).toContain('torn line dropped')
    await expectNothingLost(city, acknowledged)
    expect(await city.close()).toBe(0)
  })

  it('opens a store that was closed in order without building it again, and builds it when it is gone all the same', async () => {
    const acknowledged: Acknowledged = new Map()
    const first = await startCity({ bundle, data, cityPackage })
    await sendUntilTheLineBreaks(first.address, acknowledged, reissues - 5)
    expect(await first.close()).toBe(0)
    const second = await startCity({ bundle, data })
    expect(second.reports.join()).not.toContain('store built again')
    expect(await second.close()).toBe(0)
    await rm(join(data, 'city', 'store'), { recursive: true })
    const third = await startCity({ bundle, data })
    expect(third.reports.join()).toContain('store built again')
    await expectNothingLost(third, acknowledged)
    expect(await third.close()).toBe(0)
  })
})

describe('the city on PostgreSQL', () => {
  it('loses nothing when one of two processes is killed and the database crashes', async () => {
    const cluster = await startPostgres()
    try {
      const databaseUrl = await cluster.newDatabase()
      const options = { bundle, data, cityPackage, databaseUrl }
      const [one, two] = [await startCity(options), await startCity(options)]
      const acknowledged: Acknowledged = new Map()
      const sending = [one, two].map((city) => sendUntilTheLineBreaks(city.address, acknowledged))
      await wait(300)
      await one.kill()
      await wait(200)
      await cluster.crashAndRestart()
      await Promise.all(sending)
      await expectNothingLost(two, acknowledged)
      expect(await two.close()).toBe(0)
    } finally {
      await cluster.stop()
    }
  })
})
