import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { appendFile, mkdtemp, rm } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { answerLeaseRequests } from '../../server/leases/answer-requests.ts'
import { findOpenLeases } from '../../server/leases/lease-rows.ts'
import { codeDigest } from '../../server/machines/enrol.ts'
import { newEnrolmentCode } from '../../server/machines/enrolment-code.ts'
import type { Ordered } from '../../server/orders/city-order.ts'
import { OrderBook } from '../../server/orders/order-book.ts'
import { enrolmentCodeSchema } from '../../shared/sync/station-entry.ts'
import { contentOf, openMachine } from '../walk-in/machine.ts'
import { gzippedPackage } from './city-under-test.ts'
import { entryOf, openTlsCity, packageWithCodes, type TlsCity } from './tls-city.ts'

/** An embedded city, which lets nobody else into its store, and its administrator. */
let folder: string
let base: TlsCity
let book: OrderBook
const { station, enrolmentCodes, cityPackage } = packageWithCodes(870, 2)

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'city-orders-'))
  book = new OrderBook(folder)
  base = await openTlsCity(folder, [gzippedPackage(cityPackage)])
})
afterAll(async () => {
  await base.close()
  await rm(folder, { recursive: true, force: true })
})

/** A machine of the station on the line. */
async function machine(device: string, codes: readonly string[] = enrolmentCodes) {
  const entry = await entryOf(base.city, codes)
  const { line } = await openMachine({ address: base.address, station, entry, by: station.clerk, device })
  const ask = () => line.exchange({ method: 'GET', path: `/v1/actions?station=${station.code}&after=0` })
  return { ask }
}

async function command(name: string, ...options: readonly string[]) {
  const child = spawn(
    process.execPath,
    ['--import', 'tsx', `server/${name}.ts`, ...options, '--data', folder],
    {
      env: { ...process.env, DATABASE_URL: '' },
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  )
  const [words] = await Promise.all([text(child.stdout), once(child, 'exit')])
  return { words, code: child.exitCode }
}

async function give(ordered: Ordered, at = new Date().toISOString()): Promise<string> {
  const id = randomUUID()
  await book.give({ id, at, ordered })
  return id
}

/** What the running city says; it looks every second. */
const answered = (id: string) => vi.waitUntil(() => book.answerTo(id), { timeout: 20_000, interval: 100 })

/** The city's end without a farewell, and its next start: the store is built again from what is beside it. */
async function startAgain(): Promise<void> {
  await base.close()
  await rm(join(folder, 'closed.json'), { force: true })
  base = await openTlsCity(folder)
}

const station404 = '999999999999'

describe('the administrator of an embedded city', () => {
  it('cuts a machine off while the city runs, and the other machines are not touched', async () => {
    const [one, other] = [await machine('D1'), await machine('D2')]
    expect([await one.ask(), await other.ask()]).toMatchObject([{ status: 200 }, { status: 200 }])
    expect(await command('cut-off', '--station', station.code, '--device', 'D1')).toMatchObject({
      code: 0,
      words: expect.stringContaining('马上生效'),
    })
    expect(contentOf(await one.ask())).toMatchObject({ code: 'certificate-revoked' })
    expect(await other.ask()).toMatchObject({ status: 200 })
  })

  it('gives a new code, with which one machine enrols and no second one', async () => {
    const { words } = await command('enrolment-code', '--station', station.code)
    const code = enrolmentCodeSchema.parse(/登记码：(\S+)/.exec(words)?.[1])
    expect(await (await machine('D3', [code])).ask()).toMatchObject({ status: 200 })
    expect(contentOf(await (await machine('D4', [code])).ask())).toMatchObject({
      code: 'enrolment-code-used',
    })
    await startAgain()
    expect(contentOf(await (await machine('D5', [code])).ask())).toMatchObject({
      code: 'enrolment-code-used',
    })
  })

  it('hands out sheets and freezes them with their machine: so it stands when the store is built again, and once', async () => {
    const sheets = ['--kind', 'certificate', '--from', '蒙2027-00000001', '--to', '蒙2027-00000020']
    const handOut = () => command('hand-out-stock', '--station', station.code, ...sheets)
    expect(await handOut()).toMatchObject({ code: 0, words: expect.stringMatching(/共 20 张/) })
    // Five of the package's six; the next machine has the last one and four of the new ones.
    const ask = (device: string) =>
      answerLeaseRequests(base.city, {
        station: station.code,
        device,
        machine: randomUUID(),
        requests: [{ id: randomUUID(), want: 'grant', kind: 'certificate-blanks', count: 5 }],
      })
    await ask('D7')
    const cutOff = await command('cut-off', '--station', station.code, '--device', 'D7')
    expect(cutOff.words).toMatch(/号段已冻结 1 段：空白迁移证 5 张/)
    const before = (await ask('D8')).leases
    expect(before.map(({ device, state }) => `${device} ${state}`)).toEqual([
      'D7 frozen',
      'D8 live',
      'D8 live',
    ])
    await startAgain()
    expect(await findOpenLeases(base.city.database, station.code)).toMatchObject(before)
    expect((await handOut()).words).toMatch(/早已登记给这个派出所/)
  })

  it('hears that there was nothing to do, or no such station', async () => {
    const again = await give({ what: 'cut-off-machine', station: station.code, device: 'D1' })
    expect(await answered(again)).toEqual({ outcome: 'nothing-to-change' })
    const nowhere = await give({ what: 'dismiss', station: station404, policeNumber: '960001' })
    expect(await answered(nowhere)).toEqual({ outcome: 'no-such-station' })
  })

  it('finds what was ordered still in force when the store is built again, and codes given later still good', async () => {
    const code = newEnrolmentCode()
    const until = new Date(Date.now() + 3_600_000).toISOString()
    await answered(await give({ what: 'give-code', station: station.code, digest: codeDigest(code), until }))
    const decider = { policeNumber: '970001', role: 'county' as const }
    await answered(await give({ what: 'authorise', station: station.code, decider }))
    await answered(await give({ what: 'dismiss', station: station.code, policeNumber: '960001' }))
    await startAgain()
    const revoked = await base.city.database.query<{ device: string; revoked: boolean }>(
      'select device, revoked_at is not null as revoked from station_certificates where station = $1 order by device',
      [station.code],
    )
    expect(revoked).toEqual([
      { device: 'D1', revoked: true },
      { device: 'D2', revoked: false },
      { device: 'D3', revoked: false },
    ])
    const held = (table: string) =>
      base.city.database.query(`select from ${table} where station = $1`, [station.code])
    expect([await held('deciders'), await held('leavers')]).toEqual([[{}], [{}]])
    expect(await (await machine('D6', [code])).ask()).toMatchObject({ status: 200 })
  })

  it('orders while the city stands still: it is done at the next start, and once', async () => {
    await base.close()
    const id = await give({ what: 'cut-off-machine', station: station.code, device: 'D2' })
    expect(await book.answerTo(id)).toBeUndefined()
    const told = await command('cut-off', '--station', station.code, '--device', 'D9')
    expect(told.words).toBe('已记下。市局程序现在没有运行，下次启动时生效。\n')
    base = await openTlsCity(folder)
    expect(await book.answerTo(id)).toMatchObject({ outcome: 'done' })
    await startAgain()
    const rows = await base.city.database.query('select from city_orders where id = $1 and found', [id])
    expect(rows).toHaveLength(1)
  })

  it('an order that the power tore off, or that reads like none, is none, and the next one is not lost with it', async () => {
    const orders = join(folder, 'orders.jsonl')
    const before = await book.orders()
    await appendFile(orders, '{"id":"no-order"}\n{"id":"' + randomUUID())
    expect(await book.orders()).toEqual(before)
    const next = await give({ what: 'dismiss', station: station.code, policeNumber: '960002' })
    expect((await book.orders()).map(({ id }) => id)).toEqual([...before.map(({ id }) => id), next])
    expect(await answered(next)).toEqual({ outcome: 'done' })
  })
})
