import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { leaseDays, sizeOf, type Lease } from '../../shared/register/lease.ts'
import { leasesToldSchema, type LeaseRequest } from '../../shared/sync/leases.ts'
import { asStation } from '../../server/database/as-station.ts'
import { instantOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bothStores, type CityUnderTest, send } from './city-under-test.ts'
import { ask, askForSheets, postLeases } from './lease-asker.ts'

const numbersOf = ({ range, kind }: Lease) =>
  Array.from({ length: sizeOf(range) }, (_, n) => `${kind}/${range.series}/${range.first + n}`)
const heldBy = (leases: readonly Lease[], device: string) => leases.filter((lease) => lease.device === device)

const renamed = (request: LeaseRequest): LeaseRequest => ({ ...request, id: randomUUID() })

/** The walk of a reissue up to its print step, as this device does it. */
function walkBy(station: MadeStation, n: number, device: string) {
  return reissueActions({ station, n })
    .slice(0, 3)
    .map((action) => ({ ...action, device }))
}

async function printBy(under: CityUnderTest, station: MadeStation, n: number, device: string) {
  const verdicts = await send(under.app, station, walkBy(station, n, device))
  const last = must(verdicts.at(-1), 'the print step has its verdict')
  return last.outcome === 'refused' ? last.refusals.map(({ code }) => code) : 'accepted'
}

describe.each(bothStores)('blocks of numbers at the city on %s', (_name, open) => {
  let under: CityUnderTest
  beforeAll(async () => {
    under = await open()
  })
  afterAll(() => under.close())

  it('twenty machines that ask at once get what they asked for, and no number twice', async () => {
    const station = await addStation(under.city, 100)
    const devices = Array.from({ length: 20 }, (_, n) => `D${n}`)
    await Promise.all(
      devices.map((device, n) => ask(n % 2 ? under.app : under.second, station, device, askForSheets(5))),
    )
    const { leases } = await ask(under.app, station, 'D0')
    const numbers = leases.flatMap(numbersOf)
    expect(numbers).toHaveLength(100)
    expect(new Set(numbers).size).toBe(100)
    for (const device of devices)
      expect(heldBy(leases, device).map(({ range }) => sizeOf(range))).toEqual([5])
    const more = await ask(under.app, station, 'D0', askForSheets(1))
    expect(more.answers).toMatchObject([{ outcome: 'refused', code: 'no-stock' }])
  })

  it('stations of one county that ask at once never share a block of sequence codes', async () => {
    const stations = await Promise.all([1, 2, 3, 4, 5, 6].map(() => addStation(under.city, 1)))
    const told = await Promise.all(
      stations.map((station) => ask(under.app, station, 'D1', askForSheets(1, 'citizen-sequence'))),
    )
    const numbers = told.flatMap(({ leases }) => leases.flatMap(numbersOf))
    expect(new Set(numbers).size).toBe(60)
    expect(numbers.every((number) => number.startsWith('citizen-sequence/150430/'))).toBe(true)
  })

  it('no machine and no station takes all sequence codes of its county: the twentieth grant is refused in words', async () => {
    const [greedy, other] = [await addStation(under.city, 1), await addStation(under.city, 1)]
    const grants = Array.from({ length: 20 }, () => askForSheets(1, 'citizen-sequence'))
    const { answers } = await ask(under.app, greedy, 'D1', ...grants)
    expect(answers.filter(({ outcome }) => outcome === 'done')).toHaveLength(6)
    expect(answers.at(-1)).toMatchObject({ outcome: 'refused', code: 'enough-sequence-blocks' })
    for (const device of ['D2', 'D3']) await ask(under.app, greedy, device, ...grants.map(renamed))
    const given = await ask(under.app, greedy, 'D3')
    expect(given.leases).toHaveLength(12)
    expect(heldBy(given.leases, 'D3')).toEqual([])
    const lease = must(heldBy(given.leases, 'D1')[0], 'a block')
    await ask(under.app, greedy, 'D1', { id: randomUUID(), want: 'return', lease: lease.id })
    const again = await ask(under.app, greedy, 'D3', askForSheets(1, 'citizen-sequence'))
    expect(heldBy(again.leases, 'D3')).toMatchObject([{ range: lease.range }])
    expect((await ask(under.app, other, 'D1', askForSheets(1, 'citizen-sequence'))).leases).toHaveLength(1)
  })

  it('a request that is sent again gets the same block, also when it has been given back since', async () => {
    const station = await addStation(under.city, 10)
    const request = askForSheets(4)
    const first = await ask(under.app, station, 'D1', request)
    expect(await ask(under.app, station, 'D1', request)).toEqual(first)
    const lease = must(first.leases[0], 'a block').id
    await ask(under.app, station, 'D1', { id: randomUUID(), want: 'return', lease })
    expect((await ask(under.app, station, 'D1', request)).leases).toEqual([])
  })

  it('what one machine gives back, another may have; giving back twice changes nothing', async () => {
    const station = await addStation(under.city, 4)
    const { leases } = await ask(under.app, station, 'D1', askForSheets(4))
    const lease = must(leases[0], 'a block').id
    const giveBack = { id: randomUUID(), want: 'return', lease } as const
    await ask(under.app, station, 'D1', giveBack)
    await ask(under.app, station, 'D1', giveBack)
    const told = await ask(under.app, station, 'D2', askForSheets(4))
    expect(heldBy(told.leases, 'D2').map(({ range }) => sizeOf(range))).toEqual([4])
    expect(await printBy(under, station, 0, 'D1')).toEqual(['leased-to-another'])
  })

  it('nobody renews or gives back the block of another machine', async () => {
    const station = await addStation(under.city, 4)
    const { leases } = await ask(under.app, station, 'D1', askForSheets(4))
    const lease = must(leases[0], 'a block').id
    for (const want of ['renew', 'return'] as const) {
      const told = await ask(under.app, station, 'D2', { id: randomUUID(), want, lease })
      expect(told.answers).toMatchObject([{ outcome: 'refused', code: 'lease-not-yours' }])
      expect(told.leases).toEqual(leases)
    }
  })

  it('refuses a print on a sheet that another machine of the station holds, and files the holder’s', async () => {
    const station = await addStation(under.city, 2)
    await ask(under.app, station, 'D1', askForSheets(1))
    expect(await printBy(under, station, 0, 'D2')).toEqual(['leased-to-another'])
    expect(await printBy(under, station, 1, 'D2')).toBe('accepted')
    const mine = reissueActions({ station, n: 0 }).slice(2, 3)
    const again = mine.map((action) => ({ ...action, id: randomUUID() }))
    expect((await send(under.app, station, again))[0]?.outcome).toBe('accepted')
  })

  it('files what was begun before the block ran out, and nothing begun later', async () => {
    const station = await addStation(under.city, 2)
    const { leases } = await ask(under.app, station, 'D1', askForSheets(2))
    const { from, until } = must(leases[0], 'a block')
    expect(Date.parse(until) - Date.parse(from)).toBe(leaseDays['certificate-blanks'] * 86_400_000)
    const runOutAt = (at: string) =>
      under.city.database.query('update leases set until = $2 where station = $1', [station.code, at])
    await runOutAt(new Date(Date.parse(instantOfTests) - 1000).toISOString())
    expect(await printBy(under, station, 0, 'D1')).toEqual(['lease-expired'])
    await runOutAt(instantOfTests)
    expect(await printBy(under, station, 1, 'D1')).toBe('accepted')
  })

  it('a device’s name belongs to one machine', async () => {
    const station = await addStation(under.city, 1)
    await ask(under.app, station, 'D1')
    const other = await postLeases(under.app, station, 'D1', [askForSheets(1)], { machine: randomUUID() })
    expect(other.statusCode).toBe(409)
    expect(other.json()).toMatchObject({ code: 'device-name-taken' })
    expect((await ask(under.app, station, 'D1')).leases).toEqual([])
  })

  it('what a package left to nobody is the machine’s that took it over, also when another one speaks first', async () => {
    const station = await addStation(under.city, 6)
    const { leases } = await ask(under.app, station, 'D1', askForSheets(4))
    const left = must(leases[0], 'a block')
    await under.city.database.query("update leases set device = '' where station = $1", [station.code])
    const other = await ask(under.app, station, 'D2', askForSheets(4))
    expect(heldBy(other.leases, 'D2').map(({ range }) => sizeOf(range))).toEqual([2])
    expect(heldBy(other.leases, '')).toMatchObject([{ id: left.id }])
    const first = await postLeases(under.app, station, 'D1', [], { firstBlocks: true })
    expect(heldBy(leasesToldSchema.parse(first.json()).leases, 'D1')).toMatchObject([{ id: left.id }])
    expect(await printBy(under, station, 0, 'D2')).toEqual(['leased-to-another'])
  })

  it('a step taken over a stick before its machine ever asked makes its package’s block its own', async () => {
    const station = await addStation(under.city, 2)
    await ask(under.app, station, 'D1', askForSheets(2))
    await under.city.database.query("update leases set device = '' where station = $1", [station.code])
    expect(await printBy(under, station, 0, 'D3')).toBe('accepted')
    const { leases } = await ask(under.app, station, 'D2')
    expect(leases.map(({ device }) => device)).toEqual(['D3'])
  })

  it('the base itself takes no second open lease on a number, and shows a station only its own', async () => {
    const station = await addStation(under.city, 3)
    const stranger = await addStation(under.city, 3)
    await ask(under.app, station, 'D1', askForSheets(3))
    await ask(under.app, stranger, 'D1', askForSheets(3))
    const copy = `insert into leases select station, gen_random_uuid(), gen_random_uuid(), kind, series,
      first_number + 1, last_number + 5, 'D2', state, granted_at, until, renew_before from leases`
    const { database } = under.city
    await expect(database.query(`${copy} where station = $1`, [station.code])).rejects.toThrow(
      /leased_numbers_pkey/,
    )
    const own = (sql: string) => asStation(database, station.code, (queries) => queries.query(sql))
    expect(await own('select distinct station from leases')).toEqual([{ station: station.code }])
    expect(await own('select distinct station from leased_numbers')).toEqual([{ station: station.code }])
    await expect(own('delete from leased_numbers')).rejects.toThrow(/permission denied/)
    await expect(own('update leases set last_number = last_number + 1')).rejects.toThrow(/permission denied/)
  })

  it('takes no request in another station’s name', async () => {
    const mine = await addStation(under.city, 1)
    const theirs = await addStation(under.city, 1)
    const answer = await postLeases(under.app, { ...theirs, token: mine.token }, 'D1', [askForSheets(1)])
    expect(answer.statusCode).toBe(403)
  })
})
