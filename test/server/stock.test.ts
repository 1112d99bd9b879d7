import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { asStation } from '../../server/database/as-station.ts'
import { overlapInWords } from '../../server/orders/hand-out-stock.ts'
import { must } from '../../shared/base/must.ts'
import type { HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import { sizeOf } from '../../shared/register/lease.ts'
import { makeBlank, makeOriginal, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bothStores, newId, send, type CityUnderTest } from './city-under-test.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { handOut, order, rangeFor, sheetsIn } from './stock-orders.ts'

describe.each(bothStores)('blank sheets that the city hands out on %s', (_name, open) => {
  let under: CityUnderTest
  beforeAll(async () => {
    under = await open()
  })
  afterAll(() => under.close())

  /** A station whose machine D1 holds all of its stock. */
  async function stationWithoutStock(reissues: number): Promise<MadeStation> {
    const station = await addStation(under.city, reissues)
    await ask(under.app, station, 'D1', askForSheets(100))
    return station
  }

  /** Every sheet of the station by what became of it: used, blank in a machine's block, blank in the cupboard. */
  async function balanceOf({ code }: MadeStation) {
    const [row] = await under.city.database.query(
      `select count(*)::integer as received,
         (count(*) filter (where body ->> 'state' <> 'blank'))::integer as used,
         (count(*) filter (where body ->> 'state' = 'blank' and lease is not null))::integer as lent,
         (count(*) filter (where body ->> 'state' = 'blank' and lease is null))::integer as free
       from records left join leased_numbers as leased
         on leased.station = records.station and leased.kind = 'certificate-blanks'
         and leased.series = (body -> 'serial' ->> 'prefix') || (body -> 'serial' ->> 'printYear')
         and leased.number = (body -> 'serial' ->> 'digits')::integer
       where records.station = $1 and records.kind = 'certificate'`,
      [code],
    )
    return row
  }

  it('go to the machine that asks next, whichever process it speaks to, and are printed on; nothing is started anew', async () => {
    const station = await stationWithoutStock(2)
    const before = await ask(under.app, station, 'D1', askForSheets(5))
    expect(before.answers).toMatchObject([{ outcome: 'refused', code: 'no-stock' }])
    const range = rangeFor(station, 20)
    expect(await handOut(under.city, range)).toMatchObject({ outcome: 'done' })
    const told = await ask(under.second, station, 'D1', askForSheets(5))
    expect(told).toMatchObject({ answers: [{ outcome: 'done' }], stock: [range] })
    expect(told.leases.map((lease) => sizeOf(lease.range))).toEqual([2, 5])
    const sheet = must(sheetsIn(range)[0], 'a sheet')
    const verdicts = await send(under.app, station, reissueActions({ station, n: 0, sheet }))
    expect(verdicts.map(({ outcome }) => outcome)).toEqual(Array(5).fill('accepted'))
    // Two originals; one of them void by now, like the sheet that took its place used.
    expect(await balanceOf(station)).toEqual({ received: 2 + 2 + 20, used: 3, lent: 2 + 4, free: 15 })
  })

  it('are entered once: the same range again is said to be there, the same order again says what it said', async () => {
    const station = await addStation(under.city, 0)
    const range = rangeFor(station, 3)
    const id = newId()
    const again = () =>
      order(under.city, { what: 'hand-out-stock', station: station.code, range }, undefined, id)
    const first = await again()
    expect(first).toEqual({ outcome: 'done', said: expect.stringContaining('共 3 张') })
    expect(await again()).toEqual(first)
    expect(await handOut(under.city, range)).toEqual({
      outcome: 'nothing-to-change',
      said: expect.stringContaining('早已登记给这个派出所'),
    })
    expect(await balanceOf(station)).toEqual({ received: 3, used: 0, lent: 0, free: 3 })
  })

  it('are refused when one number is anybody’s: a package’s, another range’s, another office’s, or landed; nothing is entered', async () => {
    const station = await addStation(under.city, 1)
    const other = await addStation(under.city, 1)
    await handOut(under.city, rangeFor(other, 3))
    const elsewhere = rangeFor(other, 3, 100)
    await under.city.database.query(
      `insert into records (station, key, kind, version, body)
       select station, $2, kind, version, body || jsonb_build_object('key', $2::text, 'station', '') from records
       where station = $1 and key = $3`,
      [other.code, must(sheetsIn(elsewhere)[1], 'a sheet').key, makeOriginal(other, 0).key],
    )
    const landed = rangeFor(other, 3, 200)
    await under.city.database.query('insert into landings (key, landed_on, office) values ($1, $2, $3)', [
      must(sheetsIn(landed)[2], 'a sheet').key,
      '2026-03-01',
      '样例所',
    ])
    const blank = Number(makeBlank(other, 0).serial.digits)
    const overlaps: readonly Pick<HandedOutRange, 'first' | 'last'>[] = [
      { first: blank - 5, last: blank },
      rangeFor(other, 3, 2),
      rangeFor(other, 1, 1),
      elsewhere,
      landed,
    ]
    for (const whose of [station, other])
      for (const { first, last } of overlaps)
        expect(await handOut(under.city, { ...rangeFor(whose, 1), first, last })).toEqual({
          outcome: 'refused',
          said: expect.stringMatching(/号已经登记在 .* 名下，一个号只能发一次/),
        })
    expect(await balanceOf(station)).toMatchObject({ received: 2 })
    expect(await balanceOf(other)).toMatchObject({ received: 2 + 3 + 1 })
  })

  it('of ten commands at once for overlapping ranges of five stations one is done, and no number stands twice', async () => {
    const stations = await Promise.all([1, 2, 3, 4, 5].map(() => addStation(under.city, 0)))
    const { first } = rangeFor(must(stations[0], 'a station'), 1)
    const commands = [...stations, ...stations].map((station, at) =>
      handOut(under.city, { ...rangeFor(station, 1), first: first + at, last: first + at + 50 }),
    )
    const outcomes = (await Promise.all(commands)).map(({ outcome }) => outcome)
    expect(outcomes.toSorted()).toEqual(['done', ...Array<string>(9).fill('refused')])
    const entered = await under.city.database.query(
      `select key from records where kind = 'certificate' and station = any ($1::text[])`,
      [stations.map(({ code }) => code)],
    )
    expect(entered).toHaveLength(51)
  })

  it('the base itself takes no number twice, whoever writes, and shows a station its own ranges alone', async () => {
    const station = await addStation(under.city, 1)
    const other = await addStation(under.city, 1)
    const { database } = under.city
    await handOut(under.city, rangeFor(station, 4))
    await handOut(under.city, rangeFor(other, 4))
    const enter = (whose: MadeStation, first: number) =>
      database.query(
        `insert into handed_out_stock (station, kind, prefix, print_year, first_number, last_number)
         values ($1, 'certificate', '蒙', 2026, $2, $2 + 9)`,
        [whose.code, first],
      )
    for (const first of [rangeFor(station, 1, 3).first, Number(makeBlank(station, 0).serial.digits) - 9])
      for (const whose of [station, other]) await expect(enter(whose, first)).rejects.toThrow(/serials_pkey/)
    const own = (sql: string) => asStation(database, station.code, (queries) => queries.query(sql))
    expect(await own('select station from handed_out_stock')).toEqual([{ station: station.code }])
    await expect(own('delete from handed_out_stock')).rejects.toThrow(/permission denied/)
    await expect(
      own(
        `insert into handed_out_stock select station, kind, prefix, print_year + 1, first_number, last_number from handed_out_stock`,
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('go to no station that the city does not know', async () => {
    const range = { ...rangeFor(await addStation(under.city, 0), 2), station: '999999999999' }
    expect(await handOut(under.city, range)).toEqual({ outcome: 'no-such-station' })
    expect(await overlapInWords(under.city.database, range)).toBeUndefined()
  })
})
