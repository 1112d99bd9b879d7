import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { makeStation } from '../builders/reissues.ts'
import { bundleServer, startCity } from './city-process.ts'
import { makeDiskThatLosesPower, type DiskThatLosesPower } from './disk-that-loses-power.ts'
import { Outboxes, type Acknowledged } from './outboxes.ts'
import { startPostgres } from './postgres-cluster.ts'

const outboxes = new Outboxes([makeStation(7301), makeStation(7302), makeStation(7303)], 30)
const { cityPackage } = outboxes

let bundle: string
let disk: DiskThatLosesPower
/** What does not lose its power with the disk. */
let elsewhere: string
beforeAll(async () => {
  bundle = await bundleServer()
})
beforeEach(async () => {
  disk = await makeDiskThatLosesPower()
  elsewhere = await mkdtemp(join(tmpdir(), 'power-lost-'))
})
afterEach(async () => {
  await disk.remove()
  await rm(elsewhere, { recursive: true, force: true })
})

/** Work is under way and acknowledged when the power goes. */
async function someMore(acknowledged: Acknowledged, before: number): Promise<void> {
  while (acknowledged.size < before + 10) await wait(5)
  await wait(150)
}

it('a power cut is one: what was synced stays, what was only written is gone', async () => {
  const file = await open(join(disk.folder, 'file'), 'w')
  await file.write('synced ')
  await file.sync()
  await file.write('only written')
  await writeFile(join(disk.folder, 'unsynced'), 'only written')
  expect(await readFile(join(disk.folder, 'file'), 'utf8')).toBe('synced only written')
  await disk.cutPower()
  await file.close()
  await disk.powerBack()
  expect(await readFile(join(disk.folder, 'file'), 'utf8')).toBe('synced ')
  expect(await readFile(join(disk.folder, 'unsynced'), 'utf8').catch(() => '')).toBe('')
})

it('the power of PostgreSQL’s machine goes three times in the middle of the work: no acknowledged action is missing, none is doubled', async () => {
  const cluster = await startPostgres({ under: disk.folder })
  try {
    const databaseUrl = await cluster.newDatabase()
    const city = await startCity({ bundle, data: elsewhere, cityPackage, databaseUrl })
    const acknowledged: Acknowledged = new Map()
    for (const round of [0, 1, 2]) {
      const before = acknowledged.size
      const sending = outboxes.sendUntilTheLineBreaks(city.address, acknowledged, round * 8)
      await someMore(acknowledged, before)
      await disk.cutPower()
      await sending
      await cluster.killAndRestart(disk.powerBack)
      expect(await outboxes.countMissing(city, acknowledged)).toBe(0)
    }
    await outboxes.expectNothingLost(city, acknowledged)
    expect(await city.close()).toBe(0)
  } finally {
    await cluster.stop()
  }
})

async function letCommitsWaitForNothing(connectionString: string): Promise<void> {
  const client = new Client({ connectionString })
  await client.connect()
  await client.query(`alter system set synchronous_commit = off`)
  await client.query(`alter system set wal_writer_delay = '10s'`)
  await client.query('select pg_reload_conf()')
  await client.end()
}

it('a PostgreSQL whose commits do not wait for the disk loses acknowledged actions in the same cut: the promise above can be broken', async () => {
  const cluster = await startPostgres({ under: disk.folder })
  try {
    const databaseUrl = await cluster.newDatabase()
    await (await startCity({ bundle, data: elsewhere, cityPackage, databaseUrl })).close()
    await letCommitsWaitForNothing(databaseUrl)
    const city = await startCity({ bundle, data: elsewhere, databaseUrl })
    const acknowledged: Acknowledged = new Map()
    const sending = outboxes.sendUntilTheLineBreaks(city.address, acknowledged)
    await someMore(acknowledged, 0)
    await disk.cutPower()
    await sending
    await cluster.killAndRestart(disk.powerBack)
    expect(await outboxes.countMissing(city, acknowledged)).toBeGreaterThan(0)
    await city.kill()
  } finally {
    await cluster.stop()
  }
})

it('the power of an embedded city’s machine goes three times in the middle of the work, its store and journal with it: no acknowledged action is missing, none is doubled', async () => {
  const acknowledged: Acknowledged = new Map()
  for (const round of [0, 1, 2]) {
    const city = await startCity({ bundle, data: disk.folder, cityPackage })
    expect(await outboxes.countMissing(city, acknowledged)).toBe(0)
    const before = acknowledged.size
    const sending = outboxes.sendUntilTheLineBreaks(city.address, acknowledged, round * 8)
    await someMore(acknowledged, before)
    await disk.cutPower()
    await city.kill()
    await sending
    await disk.powerBack()
  }
  const city = await startCity({ bundle, data: disk.folder })
  await outboxes.expectNothingLost(city, acknowledged)
  expect(await city.close()).toBe(0)
})
