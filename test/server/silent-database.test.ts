import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { authorityInDatabase } from '../../server/certificates/kept-authority.ts'
import { commitIsSafe, type City } from '../../server/city.ts'
import type { Database, Queries } from '../../server/database/database.ts'
import { migrate } from '../../server/database/migrate.ts'
import { openPostgres, type Patience } from '../../server/database/postgres.ts'
import { answerTo } from '../../server/faults/answer-fault.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { keyInDatabase } from '../../server/machines/city-key.ts'
import { enrolmentIsSafe } from '../../server/machines/enrolment-log.ts'
import { instantOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bearer, fetchAll, messageOf } from './city-under-test.ts'
import { startPostgres, type PostgresCluster } from './postgres-cluster.ts'
import { startProxy } from './tcp-proxy.ts'

/** The city's own are half a minute and more. */
const impatient: Patience = { lock: 400, answer: 1_200, betweenStatements: 2_000 }

let cluster: PostgresCluster
let url: URL
let direct: Database
beforeAll(async () => {
  cluster = await startPostgres()
  url = new URL(await cluster.newDatabase())
  direct = openPostgres(url.href, () => undefined)
  await migrate(direct)
})
afterAll(async () => {
  await direct.close()
  await cluster.stop()
})

const closing: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

function cityOn(database: Database): City {
  return {
    database,
    filings: commitIsSafe,
    attachmentFolder: join(tmpdir(), 'city-without-attachments'),
    secretKey: () => keyInDatabase(database),
    authority: () => authorityInDatabase(database, instantOfTests),
    enrolments: enrolmentIsSafe,
    now: () => instantOfTests,
    close: () => database.close(),
  }
}

/** A city of its own on an address, with little patience; `wrap` stands between it and its database. */
async function open(address: string, wrap = (database: Database) => database): Promise<App> {
  const database = openPostgres(address, () => undefined, impatient)
  const app = await buildApp({ city: cityOn(wrap(database)), sample: true })
  closing.push(
    () => app.close(),
    () => database.close(),
  )
  return app
}

const post = (app: App, station: MadeStation) =>
  app.inject({
    method: 'POST',
    url: '/v1/actions',
    headers: bearer(station),
    payload: messageOf(station, reissueActions({ station, n: 0 })),
  })

/** Sends as a desk does, again and again until it is taken; the statuses on the way. */
async function sendUntilTaken(app: App, station: MadeStation): Promise<number[]> {
  const statuses: number[] = []
  for (;;) {
    const { statusCode } = await post(app, station)
    if (statusCode === 200) return statuses
    statuses.push(statusCode)
    if (statuses.length > 30) throw new Error(`never taken: ${statuses.join()}`)
    await wait(100)
  }
}

async function expectPutOff(app: App, station: MadeStation): Promise<void> {
  const answer = await post(app, station)
  expect({ status: answer.statusCode, body: answer.json<unknown>() }).toMatchObject({
    status: 503,
    body: { code: 'city-not-ready' },
  })
  expect(answer.headers['retry-after']).toBe('5')
}

it('a host that falls silent in the middle of a message puts it off, and is served by new connections once it is back: filed once', async () => {
  const proxy = await startProxy({ host: url.hostname, port: Number(url.port) })
  const through = new URL(url)
  through.host = proxy.address
  const app = await open(through.href)
  closing.push(() => proxy.close())
  const station = await addStation(cityOn(direct), 1)
  expect(await fetchAll(app, station)).toEqual([])
  proxy.fallSilentAt('insert into actions')
  const began = performance.now()
  await expectPutOff(app, station)
  expect(performance.now() - began).toBeLessThan(10_000)
  expect(proxy.isSilent).toBe(true)
  proxy.comeBack()
  // The server still holds the silent transaction's lock on the station, until it gives that up itself.
  const statuses = await sendUntilTaken(app, station)
  expect(statuses.filter((status) => status !== 503)).toEqual([])
  expect(await fetchAll(app, station)).toHaveLength(5)
})

/** Ends the server's side of a connection right after its first statement with the text, before the next one is sent. */
function endedAfter(text: string): (database: Database) => Database {
  let ended = false
  const wrap = (queries: Queries): Queries => ({
    ...queries,
    query: async <Row extends object>(sql: string, parameters?: readonly unknown[]) => {
      const rows = await queries.query<Row>(sql, parameters)
      if (!ended && sql.includes(text)) {
        ended = true
        const [own] = await queries.query<{ pid: number }>('select pg_backend_pid() as pid')
        await direct.query('select pg_terminate_backend($1, 5000)', [own?.pid])
        // What the server said at its end has come by now.
        await wait(200)
      }
      return rows
    },
  })
  return (database) => ({
    ...database,
    transaction: (work, committed) => database.transaction((queries) => work(wrap(queries)), committed),
  })
}

it('a connection that the server ends between two statements puts its message off, and the next one is filed', async () => {
  const station = await addStation(cityOn(direct), 1)
  const app = await open(url.href, endedAfter('from stations'))
  await expectPutOff(app, station)
  expect(await sendUntilTaken(app, station)).toEqual([])
  expect(await fetchAll(app, station)).toHaveLength(5)
})

it('a lock that nobody gives back, a base that only reads, and a host without a name put off too', async () => {
  const station = await addStation(cityOn(direct), 1)
  const app = await open(url.href)
  await direct.transaction(async (queries) => {
    await queries.query('select 1 from stations where code = $1 for update', [station.code])
    await expectPutOff(app, station)
  })
  const reading = new URL(url)
  reading.searchParams.set('options', '-c default_transaction_read_only=on')
  await expectPutOff(await open(reading.href), station)
  await expectPutOff(await open('postgres://city@no-such-host.invalid/city'), station)
  expect(await sendUntilTaken(app, station)).toEqual([])
})

it.each(['EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ENOTFOUND', '40P01', '57014', '25P03'])(
  'the code %s is the store’s being away, and no fault of the program',
  (code) => {
    expect(answerTo(Object.assign(new Error('made'), { code })).status).toBe(503)
  },
)
