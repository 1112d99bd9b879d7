import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { addStation, openPostgresForTest, type CityUnderTest } from './city-under-test.ts'
import { ask, askForSheets, postLeases } from './lease-asker.ts'

let under: CityUnderTest
beforeAll(async () => {
  under = await openPostgresForTest()
})
afterAll(() => under.close())

it('a station that asks for blocks many times at once takes its turns: another one is served meanwhile', async () => {
  const [busy, other] = [await addStation(under.city, 40), await addStation(under.city, 5)]
  let letGo = (): void => undefined
  const held = new Promise<void>((resolve) => (letGo = resolve))
  // Another process works on a message of the busy station.
  const message = under.city.database.transaction(async (queries) => {
    await queries.query('select 1 from stations where code = $1 for update', [busy.code])
    await held
  })
  const asks = Array.from({ length: 20 }, (_, n) => postLeases(under.app, busy, `D${n}`, [askForSheets(2)]))
  await wait(300)
  const served = ask(under.app, other, 'D1', askForSheets(5)).then(({ leases }) => leases.length)
  const meanwhile = await Promise.race([served, wait(5_000, 'not served')])
  letGo()
  await message
  expect(meanwhile).toBe(1)
  expect((await Promise.all(asks)).map(({ statusCode }) => statusCode)).toEqual(asks.map(() => 200))
  expect((await ask(under.app, busy, 'D0')).leases).toHaveLength(20)
})
