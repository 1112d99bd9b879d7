import { afterAll, beforeAll, expect, it } from 'vitest'
import { requireSchemaAndPermission } from '../../server/http/require-permission.ts'
import { addStation, bearer, openEmbeddedForTest, type CityUnderTest } from './city-under-test.ts'

type RouteAdded = Parameters<typeof requireSchemaAndPermission>[0]

let base: CityUnderTest
beforeAll(async () => {
  base = await openEmbeddedForTest()
})
afterAll(() => base.close())

it('who asks without end is put off with a time to come back, and nobody else is', async () => {
  const mine = await addStation(base.city, 1)
  const theirs = await addStation(base.city, 1)
  const ask = (station: typeof mine) =>
    base.app.inject({ url: `/v1/actions?station=${station.code}&after=0`, headers: bearer(station) })
  let last = await ask(mine)
  for (let n = 0; n < 3_000 && last.statusCode === 200; n += 1) last = await ask(mine)
  expect(last.statusCode).toBe(429)
  expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  expect(last.json()).toMatchObject({ code: 'too-many-requests' })
  expect((await ask(theirs)).statusCode).toBe(200)
})

it('a route without a schema, a permission or a guard stops the start', () => {
  const route = { method: 'GET', url: '/bare', handler: () => undefined } as const
  expect(() => requireSchemaAndPermission({ ...route, path: '', prefix: '' } as RouteAdded)).toThrow(
    /no schema/,
  )
  const described = { ...route, schema: {} }
  expect(() => requireSchemaAndPermission(described as RouteAdded)).toThrow(/who may ask/)
  const open = { ...described, config: { permission: 'station' } }
  expect(() => requireSchemaAndPermission(open as RouteAdded)).toThrow(/whoever comes/)
})
