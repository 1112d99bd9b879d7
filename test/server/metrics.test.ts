import type { Server } from 'node:http'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { actionsToKeepPath, verdictsPath } from '../../shared/sync/answer-later.ts'
import { protocolVersion } from '../../shared/sync/messages.ts'
import { buildApp } from '../../server/app.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { createMetrics } from '../../server/metrics/metrics.ts'
import { serveMetrics } from '../../server/metrics/serve-metrics.ts'
import { makeChallenge } from '../../server/tokens/challenge.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { reissueActions } from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  messageOf,
  openEmbeddedForTest,
  send,
  type CityUnderTest,
} from './city-under-test.ts'

let base: CityUnderTest
let app: App
let server: Server
let address: string
beforeAll(async () => {
  base = await openEmbeddedForTest()
  const metrics = createMetrics()
  app = await buildApp({ city: base.city, sample: true, metrics })
  server = await serveMetrics(metrics, 0)
  const at = server.address()
  address = typeof at === 'object' && at ? `${at.address}:${at.port}` : ''
})
afterAll(async () => {
  server.close()
  await app.close()
  await base.close()
})

it('count answers and actions, tell what is in hand, and name no station and nobody', async () => {
  const station = await addStation(base.city, 1)
  const actions = reissueActions({ station, n: 0 })
  await send(app, station, actions)
  const text = await (await fetch(`http://${address}/metrics`)).text()
  expect(text).toContain('hukou_answer_seconds_count{method="POST",route="/v1/actions",status="200"} 1')
  expect(text).toContain('hukou_actions_total{method="POST"} 5')
  expect(text).toContain('hukou_requests{state="atWork"} 0')
  expect(text).toContain('nodejs_eventloop_lag_seconds')
  for (const secret of [
    station.code,
    station.token,
    station.clerk.name,
    station.clerk.policeNumber,
    '样例人0',
  ])
    expect(text).not.toContain(secret)
})

it('count what was kept first once it is judged, and whose signature was missing in it', async () => {
  const station = await addStation(base.city, 1)
  const actions = reissueActions({ station, n: 0 })
  const post = async (url: string, payload: object) =>
    (await app.inject({ method: 'POST', url, headers: bearer(station), payload })).statusCode
  const authors = new MadeAuthors(station.code, 'D1')
  for (const { by } of actions) authors.personOf(by)
  const { challenge } = await makeChallenge(base.city)
  expect(await post('/v1/machine-reports', authors.machineReport(challenge))).toBe(200)
  expect(await post('/v1/user-keys', authors.report())).toBe(200)
  expect(await post(actionsToKeepPath, messageOf(station, actions))).toBe(202)
  const question = {
    protocol: protocolVersion,
    station: station.code,
    ids: actions.map(({ id }) => id),
  }
  expect(await post(verdictsPath, question)).toBe(200)
  const text = await (await fetch(`http://${address}/metrics`)).text()
  expect(text).toContain('hukou_kept_actions_judged_total 5')
  expect(text).toContain('hukou_author_faults_total 5')
})

it('count what was kept first, cannot be read and was put aside', async () => {
  const station = await addStation(base.city, 1)
  await base.city.database.query(
    `insert into inbox (station, digest, kept_at, message) values ($1, 'x', $2, '\\x00')`,
    [station.code, '2026-03-09T01:00:00.000Z'],
  )
  expect(await send(app, station, reissueActions({ station, n: 0 }))).toHaveLength(5)
  const text = await (await fetch(`http://${address}/metrics`)).text()
  expect(text).toContain('hukou_kept_messages_put_aside_total 1')
})

it('can be asked for on this machine alone, and nothing else can', async () => {
  expect(address).toMatch(/^127\.0\.0\.1:/)
  expect((await fetch(`http://${address}/v1/health`)).status).toBe(404)
  expect((await app.inject({ url: '/metrics' })).statusCode).toBe(404)
})
