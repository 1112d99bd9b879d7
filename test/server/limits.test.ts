import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildApp } from '../../server/app.ts'
import { usualCapacity } from '../../server/http/admit-requests.ts'
import { guardRoutes } from '../../server/http/guard-routes.ts'
import { addStation, bearer, openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'

type RouteAdded = Parameters<ReturnType<typeof guardRoutes>>[0]

let base: CityUnderTest
beforeAll(async () => {
  base = await openEmbeddedForTest()
})
afterAll(() => base.close())

it('who asks without end is put off with a time to come back, and nobody else is', async () => {
  const most = 40
  const capacity = { ...usualCapacity, mostInAMinute: most }
  const app = await buildApp({ city: base.city, sample: true, capacity })
  const mine = await addStation(base.city, 1)
  const theirs = await addStation(base.city, 1)
  const ask = (station: typeof mine) =>
    app.inject({ url: `/v1/actions?station=${station.code}&after=0`, headers: bearer(station) })
  let last = await ask(mine)
  let asked = 1
  for (; asked <= most && last.statusCode === 200; asked += 1) last = await ask(mine)
  expect({ status: last.statusCode, asked }).toEqual({ status: 429, asked: most + 1 })
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  expect(last.json()).toMatchObject({ code: 'too-many-requests' })
  expect((await ask(theirs)).statusCode).toBe(200)
  await app.close()
})

it('who guesses at enrolment codes is put off after thirty tries a minute, whatever token is made up with each', async () => {
  const guess = (n: number) =>
    base.app.inject({
      method: 'POST',
      url: '/v1/enrolments',
      headers: { authorization: `Bearer made-up-${n}` },
      payload: {},
    })
  const statuses: number[] = []
  for (let n = 0; n <= 30; n += 1) statuses.push((await guess(n)).statusCode)
  expect(statuses.slice(0, 30).every((status) => status === 400)).toBe(true)
  expect(statuses[30]).toBe(429)
})

it('a route without a schema or a permission stops the start; a station’s route gets its guard unasked', () => {
  const guard = guardRoutes(base.city, true)
  const route = { method: 'GET', url: '/bare', path: '', prefix: '', handler: () => undefined } as const
  expect(() => guard({ ...route })).toThrow(/no schema/)
  const described = { ...route, schema: {} }
  expect(() => guard({ ...described })).toThrow(/who may ask/)
  const open: RouteAdded = { ...described, config: { permission: 'public' } }
  guard(open)
  expect(open.onRequest).toBeUndefined()
  const own: RouteAdded = { ...described, config: { permission: 'station' } }
  guard(own)
  expect(own.onRequest).toHaveLength(1)
})
