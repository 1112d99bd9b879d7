import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { commitIsSafe, type City } from '../../server/city.ts'
import type { Database, Queries } from '../../server/database/database.ts'
import { migrate, migrations } from '../../server/database/migrate.ts'
import { openPostgres } from '../../server/database/postgres.ts'
import { authorityInDatabase } from '../../server/certificates/kept-authority.ts'
import { keyInDatabase } from '../../server/machines/city-key.ts'
import { enrolmentIsSafe } from '../../server/machines/enrolment-log.ts'
import { must } from '../../shared/base/must.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  fetchAll,
  messageOf,
  openEmbeddedForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

const shardedTables = ['actions', 'refused_actions', 'cases', 'records'] as const

/** Statements that go through every shard on purpose. */
const acrossShards: Readonly<Record<string, RegExp>> = {
  'the void list of the whole city': /where body ->> 'state' in \('void', 'spoiled'\)/,
}

interface Sent {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

/** The database, writing down every statement that the server sends. */
function listening(database: Database, sent: Sent[]): Database {
  const wrap = (queries: Queries): Queries => ({
    query: (sql, parameters = []) => {
      sent.push({ sql, parameters })
      return queries.query(sql, parameters)
    },
    script: (sql) => queries.script(sql),
  })
  return {
    ...wrap(database),
    kind: database.kind,
    transaction: (work, committed) => database.transaction((queries) => work(wrap(queries)), committed),
    close: () => database.close(),
  }
}

describe('the key of the shards', () => {
  let base: CityUnderTest
  beforeAll(async () => {
    base = await openEmbeddedForTest()
  })
  afterAll(() => base.close())

  it('is in every statement that touches a station: the plan of each reads one shard, but for those named here', async () => {
    const sent: Sent[] = []
    const station = await addStation(base.city, 2, [{ key: 'any', on: '2026-01-01', office: '样例' }])
    const app = await buildApp({
      city: { ...base.city, database: listening(base.city.database, sent) },
      sample: true,
    })
    const [opens, refusedLater] = [
      reissueActions({ station, n: 0 }),
      reissueActions({ station, n: 1 }).slice(1),
    ]
    await send(app, station, opens)
    await send(app, station, [...opens, ...refusedLater])
    await send(app, station, reissueActions({ station, n: 1, landingCheck: 'unknown' }).slice(0, 1))
    await fetchAll(app, station, 2)
    const machine = new MadeAuthors(station.code, 'D1')
    machine.signatureOf(must(opens[0], 'a walk opens'))
    const { challenge } = await makeChallenge(base.city)
    const reports = [
      ['/v1/machine-reports', machine.machineReport(challenge)],
      ['/v1/user-keys', machine.report()],
    ] as const
    for (const [url, payload] of reports) {
      const answer = await app.inject({ method: 'POST', url, headers: bearer(station), payload })
      expect(answer.statusCode, url).toBe(200)
    }
    await app.close()

    const touching = sent.filter(({ sql }) =>
      shardedTables.some((table) => new RegExp(`\\b${table}\\b`).test(sql)),
    )
    expect(touching.length).toBeGreaterThan(18)
    const crossing = new Set<string>()
    for (const { sql, parameters } of touching) {
      const plan = await base.city.database.query<Record<string, string>>(`explain ${sql}`, parameters)
      const text = plan.map((row) => Object.values(row).join()).join('\n')
      const shards = new Set(
        [...text.matchAll(/\b(?:actions|cases|records)_(\d+)\b/g)].map(([, shard]) => shard),
      )
      if (shards.size > 1) crossing.add(sql)
    }
    const named = [...crossing].map(
      (sql) => Object.keys(acrossShards).find((name) => acrossShards[name]?.test(sql)) ?? sql,
    )
    expect(named).toEqual(Object.keys(acrossShards))
  })
})

/**
 * Partitioning came before author's signatures; here it comes last, because the servers beside it are today's. It then
 * finds the two columns of 013 in the table that it copies.
 */
function asTheNewerFoundIt(migration: (typeof migrations)[number]): (typeof migrations)[number] {
  if (!migration.name.startsWith('005-1')) return migration
  const sql = migration.sql.replace(
    'action jsonb not null',
    'action jsonb not null, author_key text, author_signature text',
  )
  expect(sql).not.toBe(migration.sql)
  return { ...migration, sql }
}

describe('bringing a running city to partitions', () => {
  let cluster: PostgresCluster
  beforeAll(async () => {
    cluster = await startPostgres()
  })
  afterAll(() => cluster.stop())

  const cityOn = (database: Database): City => ({
    database,
    filings: commitIsSafe,
    attachmentFolder: join(tmpdir(), 'city-without-attachments'),
    secretKey: () => keyInDatabase(database),
    authority: () => authorityInDatabase(database, instantOfTests),
    enrolments: enrolmentIsSafe,
    now: () => instantOfTests,
    close: () => database.close(),
  })

  it('files everything once that stations send to the old server while the new one migrates, and to both afterwards', async () => {
    const url = await cluster.newDatabase()
    const [before, after] = [openPostgres(url, () => undefined), openPostgres(url, () => undefined)]
    await migrate(
      before,
      migrations.filter(({ name }) => !name.startsWith('005')),
    )
    const oldApp = await buildApp({ city: cityOn(before), sample: true })
    const newApp = await buildApp({ city: cityOn(after), sample: true })
    const stations: MadeStation[] = []
    for (let n = 0; n < 6; n += 1) stations.push(await addStation(cityOn(before), 12))
    let migrated = false
    const statuses = new Set<number>()
    const sendAll = async (station: MadeStation) => {
      for (let n = 0; n < 12; n += 1) {
        for (;;) {
          const answer = await (migrated && n % 2 === 1 ? newApp : oldApp).inject({
            method: 'POST',
            url: '/v1/actions',
            headers: bearer(station),
            payload: messageOf(station, reissueActions({ station, n })),
          })
          statuses.add(answer.statusCode)
          if (answer.statusCode === 200) break
        }
      }
    }
    const sending = Promise.all(stations.map(sendAll))
    await migrate(after, migrations.map(asTheNewerFoundIt))
    migrated = true
    await sending
    expect([...statuses].filter((status) => status !== 200 && status !== 503)).toEqual([])
    for (const station of stations) {
      const filed = await fetchAll(newApp, station)
      expect(filed.map(({ order }) => order)).toEqual(Array.from({ length: 60 }, (_, at) => at + 1))
      expect(new Set(filed.map(({ action }) => action.id)).size).toBe(60)
    }
    const shards = await after.query<{ shard: string }>(
      'select distinct tableoid::regclass::text as shard from actions',
    )
    expect(shards.length).toBeGreaterThan(1)
    await Promise.all([oldApp.close(), newApp.close()])
    await Promise.all([before.close(), after.close()])
  })
})
