import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { commitIsSafe, type City } from '../../server/city.ts'
import type { Database, Queries } from '../../server/database/database.ts'
import { migrate, migrations } from '../../server/database/migrate.ts'
import { openPostgres } from '../../server/database/postgres.ts'
import { authorityInDatabase } from '../../server/certificates/kept-authority.ts'
import { keyInDatabase } from '../../server/machines/city-key.ts'
import { enrolmentIsSafe } from '../../server/machines/enrolment-log.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { loadPackage } from '../../server/packages/load-package.ts'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import { actionsToKeepPath, verdictsGivenSchema, verdictsPath } from '../../shared/sync/answer-later.ts'
import { uploadsPath } from '../../shared/sync/attachment-receipt.ts'
import { protocolVersion } from '../../shared/sync/messages.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { birthActions, familyAt } from '../builders/births.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import {
  instantOfTests,
  makeCityPackage,
  makeRegister,
  makeStation,
  reissueActions,
  type MadeStation,
} from '../builders/reissues.ts'
import { ask, askForSheets } from './lease-asker.ts'
import {
  addStation,
  bearer,
  fetchAll,
  messageOf,
  newId,
  openEmbeddedForTest,
  optionsOfTests,
  send,
  type CityUnderTest,
} from './city-under-test.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'

/** The four that lie in partitions by station, each row beside the others of its station. */
const shardedTables = ['actions', 'refused_actions', 'cases', 'records'] as const

/** Small tables of a station's own, which would lie beside them: whoever reads one says whose rows. */
const tablesOfAStation = [
  'attachments',
  'author_keys',
  'inbox',
  'leased_numbers',
  'leases',
  'leavers',
  'machine_names',
  'trail_heads',
] as const

/** Statements that go through every shard on purpose; `docs/scale.md` names the same. */
const acrossShards: Readonly<Record<string, RegExp>> = {
  'the void list of the whole city': /where body ->> 'state' in \('void', 'spoiled'\)/,
  'which stations have kept messages':
    /^select station from inbox where put_aside_at is null group by station/,
  'what was put aside is tried again': /^update inbox set put_aside_at = null where/,
}

interface Sent {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

interface PlanNode {
  readonly 'Node Type': string
  readonly 'Relation Name'?: string
  readonly 'Index Cond'?: string
  readonly 'Recheck Cond'?: string
  readonly Filter?: string
  readonly Plans?: readonly PlanNode[]
}

/** Every table that a statement reads or writes to by its plan, partitions by their own names. */
async function nodesOf(database: Database, { sql, parameters }: Sent): Promise<PlanNode[]> {
  const [row] = await database.query<{ 'QUERY PLAN': readonly { readonly Plan: PlanNode }[] }>(
    `explain (format json) ${sql}`,
    parameters,
  )
  const below = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(below)]
  return must(row, 'a plan')['QUERY PLAN'].flatMap(({ Plan }) => below(Plan))
}

const shard = /^(?:refused_actions|actions|cases|records)_(\d+)$/

/** Whether a statement reads more than one shard, or rows of a station's own table without saying whose. */
function isAcross(nodes: readonly PlanNode[]): boolean {
  const shards = new Set(nodes.flatMap((node) => shard.exec(node['Relation Name'] ?? '')?.[1] ?? []))
  return shards.size > 1 || nodes.some((node) => isOfAStation(node) && !saysWhose(node))
}

function isOfAStation({ 'Relation Name': table }: PlanNode): boolean {
  return tablesOfAStation.some((each) => each === table)
}

/** Writing has no condition: a row carries its station. */
function saysWhose(node: PlanNode): boolean {
  if (node['Node Type'] === 'ModifyTable') return true
  const conditions = [node['Index Cond'], node['Recheck Cond'], node.Filter]
  return conditions.some((condition) => /\bstation = '/.test(condition ?? ''))
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

/** A message that is kept first and judged behind it, and the question what became of it. */
async function keepAndJudge(app: App, station: MadeStation, actions: readonly Action[]): Promise<void> {
  const headers = bearer(station)
  const payload = messageOf(station, actions)
  const kept = await app.inject({ method: 'POST', url: actionsToKeepPath, headers, payload })
  expect(kept.statusCode).toBe(202)
  const question = { protocol: protocolVersion, station: station.code, ids: actions.map(({ id }) => id) }
  const judged = async () => {
    const answer = await app.inject({ method: 'POST', url: verdictsPath, headers, payload: question })
    return verdictsGivenSchema.parse(answer.json()).verdicts.length === actions.length
  }
  await vi.waitUntil(judged, { timeout: 60_000, interval: 50 })
}

/** A scan that a case names, sent and fetched. */
async function sendScan(app: App, station: MadeStation): Promise<void> {
  const accept = must(birthActions(station, { n: 1, sequence: '' })[0], 'it begins with the acceptance')
  const bytes = makePicture(7900, 60, 60)
  const digest = digestOf(bytes)
  const headers = { ...bearer(station), 'tus-resumable': '1.0.0' }
  const attach = attachAction(accept, newId(), [attachmentOf(bytes)])
  const verdicts = await send(app, station, [accept, attach])
  expect(verdicts.map(({ outcome }) => outcome)).toEqual(['accepted', 'accepted'])
  const steps = [
    {
      method: 'POST',
      url: uploadsPath,
      headers: {
        ...headers,
        'upload-length': String(bytes.length),
        'upload-metadata': `digest ${Buffer.from(digest).toString('base64')}`,
      },
    },
    {
      method: 'PATCH',
      url: `${uploadsPath}/${digest}`,
      headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
      payload: bytes,
    },
    { method: 'GET', url: `/v1/attachments/${digest}/receipt`, headers },
    { method: 'GET', url: `/v1/attachments/${digest}`, headers },
  ] as const
  for (const step of steps) expect((await app.inject(step)).statusCode, step.url).toBeLessThan(300)
}

describe('the key of the shards', () => {
  let base: CityUnderTest
  beforeAll(async () => {
    base = await openEmbeddedForTest({ ...optionsOfTests, now: () => '2026-04-30T01:00:00.000Z' })
  })
  afterAll(() => base.close())

  it('is in every statement that touches a station: the plan of each reads one shard, and says whose rows, but for those named here', async () => {
    const sent: Sent[] = []
    const station = makeStation(7900)
    const records = [...makeRegister(station, 3), ...familyAt(station)]
    const landings = [{ key: 'any', on: '2026-01-01', office: '样例' }]
    const cityPackage = makeCityPackage([{ station, records }], landings)
    await loadPackage(base.city.database, cityPackage, instantOfTests)
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
    await send(app, station, birthActions(station, { n: 0, sequence: '990' }))
    const told = await ask(app, station, 'D1', askForSheets(1), askForSheets(1, 'citizen-sequence'))
    const returned = { id: newId(), want: 'return', lease: must(told.leases[0], 'a block').id } as const
    await ask(app, station, 'D1', returned)
    await keepAndJudge(app, station, reissueActions({ station, n: 2 }))
    await sendScan(app, station)
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

    const seen = new Set<string>()
    const crossing = new Set<string>()
    for (const each of sent) {
      const nodes = await nodesOf(base.city.database, each)
      for (const { 'Relation Name': table = '' } of nodes) seen.add(table.replace(/_\d+$/, ''))
      if (isAcross(nodes)) crossing.add(each.sql)
    }
    // What no statement touched would be promised of nothing.
    for (const table of [...shardedTables, ...tablesOfAStation]) expect(seen, table).toContain(table)
    const named = [...crossing].map(
      (sql) => Object.keys(acrossShards).find((name) => acrossShards[name]?.test(sql)) ?? sql,
    )
    expect(named.toSorted()).toEqual(Object.keys(acrossShards).toSorted())
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
