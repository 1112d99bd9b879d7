import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { usualCapacity } from '../../server/http/admit-requests.ts'
import type { City } from '../../server/city.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { reissueActions } from '../builders/reissues.ts'
import {
  addStation,
  bearer,
  fetchAll,
  messageOf,
  openEmbeddedForTest,
  type CityUnderTest,
} from './city-under-test.ts'

let base: CityUnderTest
let small: App
/** Lets the filings of the small city settle; until then its messages stay at work. */
let letGo = (): void => undefined

beforeAll(async () => {
  base = await openEmbeddedForTest()
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const city: City = { ...base.city, filings: { ...base.city.filings, settled: () => held } }
  small = await buildApp({
    city,
    sample: true,
    capacity: { ...usualCapacity, mostInHand: 2, mostAtWork: 1 },
  })
})
afterAll(async () => {
  await small.close()
  await base.close()
})

it('a full city puts off who comes beyond with a time to come back, files the others once, and health still answers', async () => {
  const stations = [
    await addStation(base.city, 1),
    await addStation(base.city, 1),
    await addStation(base.city, 1),
  ]
  const sends = stations.map((station) =>
    small.inject({
      method: 'POST',
      url: '/v1/actions',
      headers: bearer(station),
      payload: messageOf(station, reissueActions({ station, n: 0 })),
    }),
  )
  const putOff = await Promise.race(sends)
  expect(putOff.statusCode).toBe(503)
  expect(putOff.json()).toMatchObject({ code: 'city-busy' })
  expect(putOff.headers['retry-after']).toBe('5')
  expect((await small.inject({ url: '/v1/health' })).statusCode).toBe(200)
  letGo()
  const statuses = (await Promise.all(sends)).map(({ statusCode }) => statusCode)
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 200, 503])
  for (const [at, station] of stations.entries())
    expect(await fetchAll(base.app, station)).toHaveLength(statuses[at] === 200 ? 5 : 0)
})
