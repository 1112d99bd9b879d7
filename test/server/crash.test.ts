import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { makeStation } from '../builders/reissues.ts'
import { bundleServer, startCity } from './city-process.ts'
import { Outboxes, type Acknowledged } from './outboxes.ts'
import { startPostgres } from './postgres-cluster.ts'

const reissues = 36
const outboxes = new Outboxes([makeStation(1), makeStation(2), makeStation(3)], reissues)
const { cityPackage } = outboxes

let bundle: string
let data: string
beforeAll(async () => {
  bundle = await bundleServer()
})
beforeEach(async () => {
  data = await mkdtemp(join(tmpdir(), 'city-crash-'))
})
afterEach(() => rm(data, { recursive: true, force: true }))

describe('the embedded city', () => {
  it('loses no acknowledged action when it is killed in the middle of batches, three times over', async () => {
    const acknowledged: Acknowledged = new Map()
    for (const [round, pause] of [250, 120, 400].entries()) {
      const city = await startCity({ bundle, data, cityPackage })
      const before = acknowledged.size
      const sending = outboxes.sendUntilTheLineBreaks(city.address, acknowledged, round * 5)
      // A busy machine has nothing to lose yet after so many milliseconds.
      while (acknowledged.size < before + 10) await wait(5)
      await wait(pause)
      await city.kill()
      await sending
    }
    expect(acknowledged.size).toBeGreaterThan(20)
    const city = await startCity({ bundle, data, cityPackage })
    expect(city.reports.join()).toContain('store built again from the journal')
    await outboxes.expectNothingLost(city, acknowledged)
    expect(await city.close()).toBe(0)
  })

  it('loses no acknowledged action when the store is thrown away, and drops a torn last line', async () => {
    const acknowledged: Acknowledged = new Map()
    const first = await startCity({ bundle, data, cityPackage })
    const sending = outboxes.sendUntilTheLineBreaks(first.address, acknowledged)
    await wait(500)
    await first.kill()
    await sending
    await rm(join(data, 'city', 'store'), { recursive: true })
    await appendFile(join(data, 'city', 'journal.log'), '{"n":99999,"sum":"ab')
    const city = await startCity({ bundle, data })
    expect(city.reports.join()).toContain('torn line dropped')
    await outboxes.expectNothingLost(city, acknowledged)
    expect(await city.close()).toBe(0)
  })

  it('opens a store that was closed in order without building it again, and builds it when it is gone all the same', async () => {
    const acknowledged: Acknowledged = new Map()
    const first = await startCity({ bundle, data, cityPackage })
    await outboxes.sendUntilTheLineBreaks(first.address, acknowledged, reissues - 5)
    expect(await first.close()).toBe(0)
    const second = await startCity({ bundle, data })
    expect(second.reports.join()).not.toContain('store built again')
    expect(await second.close()).toBe(0)
    await rm(join(data, 'city', 'store'), { recursive: true })
    const third = await startCity({ bundle, data })
    expect(third.reports.join()).toContain('store built again')
    await outboxes.expectNothingLost(third, acknowledged)
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
      const sending = [one, two].map((city) => outboxes.sendUntilTheLineBreaks(city.address, acknowledged))
      await wait(300)
      await one.kill()
      await wait(200)
      await cluster.crashAndRestart()
      await Promise.all(sending)
      await outboxes.expectNothingLost(two, acknowledged)
      expect(await two.close()).toBe(0)
    } finally {
      await cluster.stop()
    }
  })
})
