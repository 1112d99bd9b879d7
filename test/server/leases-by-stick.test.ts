import 'fake-indexeddb/auto'
import { randomUUID } from 'node:crypto'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { keyIdOf } from '../../shared/proof/machine-key.ts'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import { sizeOf, type Lease } from '../../shared/register/lease.ts'
import { ownSecretKey } from '../../electron/services/signing/signing.ts'
import { openFromCity } from '../../electron/services/bundle/seal-for-city.ts'
import { readLeaseRequests, readLeases } from '../../renderer/local/read-leases.ts'
import { keepLeases } from '../../renderer/sync/keep-leases.ts'
import { useLeaseNews } from '../../renderer/sync/lease-news.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { buildApp } from '../../server/app.ts'
import { takeBundle, type BundleTaken } from '../../server/bundle/take-bundle.ts'
import type { City } from '../../server/city.ts'
import type { App } from '../../server/http/fastify-app.ts'
import { instantOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bearer, bothStores, type CityUnderTest, send } from './city-under-test.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { handOut, order, rangeFor, sheetsIn } from './stock-orders.ts'
import { forgedBundle, publicKeyOf, StickDesk } from './stick-desk.ts'

const rethrow = { reportFault: (error: unknown) => expect(error).toBeUndefined() }

describe.each(bothStores)('blocks of numbers by stick, the city on %s', (_name, openCity) => {
  let under: CityUnderTest
  /** The same city with a clock that goes on, so that one telling is older than the next. */
  let city: City
  let app: App
  let stick: string
  let seconds = 0
  let devices = 0
  const desks: StickDesk[] = []

  beforeAll(async () => {
    under = await openCity()
    const now = () => {
      seconds += 1
      return new Date(Date.parse(instantOfTests) + seconds * 1000).toISOString()
    }
    city = { ...under.city, now }
    app = await buildApp({ city, sample: true })
    stick = await mkdtemp(join(tmpdir(), 'stick-leases-'))
  })
  afterAll(async () => {
    await app.close()
    await under.close()
    await rm(stick, { recursive: true, force: true })
  })
  afterEach(() => {
    for (const desk of desks.splice(0)) desk.close()
  })

  /** A desk that met the city once and holds no block yet. */
  async function deskWithoutBlocks(station: MadeStation, reissues: number): Promise<StickDesk> {
    devices += 1
    const desk = new StickDesk(station, `L${devices}`, stick)
    desks.push(desk)
    await desk.open(reissues, [])
    await desk.meet(city)
    return desk
  }

  /** The city takes the last file of the desk, or another one; where the answer lies. */
  async function take(desk: StickDesk, file?: Uint8Array): Promise<BundleTaken & { readonly path: string }> {
    const taken = await takeBundle(city, file ?? (await desk.lastFile()), rethrow)
    if (!taken.ok) throw new Error(taken.refusals[0]?.code)
    const path = join(stick, `${desk.device}-answer-${randomUUID()}`)
    await writeFile(path, taken.value.answer)
    return { ...taken.value, path }
  }

  async function exchange(desk: StickDesk): Promise<string> {
    await desk.handOver()
    const { path } = await take(desk)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true })
    return path
  }

  function lineOf({ station }: StickDesk): LinePort {
    return {
      exchange: async (method, url, body) => {
        const sent = body === undefined ? {} : { payload: String(body) }
        const headers = { ...bearer(station), 'content-type': 'application/json' }
        const answer = await app.inject({ method, url, headers, ...sent })
        const contentType = String(answer.headers['content-type'])
        return { kind: 'answer', status: answer.statusCode, contentType, body: answer.body }
      },
    }
  }

  const byLine = (desk: StickDesk) => keepLeases({ ...desk.holder, line: lineOf(desk) })

  async function sheetsOf(desk: StickDesk): Promise<number[]> {
    const own = (await readLeases(desk.store)).filter(
      ({ device, kind }) => device === desk.device && kind === 'certificate-blanks',
    )
    return own.flatMap(numbersOf)
  }

  async function lentAtCity({ code }: MadeStation): Promise<number> {
    const [row] = await city.database.query<{ count: number }>(
      `select count(*)::integer as count from leased_numbers where station = $1 and kind = 'certificate-blanks'`,
      [code],
    )
    return row?.count ?? 0
  }

  const giveBack = (desk: StickDesk, lease: Lease) =>
    desk.store.write(() => ({
      kind: 'leases-asked',
      requests: [{ id: randomUUID(), want: 'return', lease: lease.id }],
      at: instantOfTests,
    }))

  it('a desk without a line asks, is lent, prints on its block, and the city files the print', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await desk.handOver()
    expect((await readLeaseRequests(desk.store)).map(({ want }) => want)).toEqual(['grant', 'grant'])
    const { path, leasesDone } = await take(desk)
    expect(leasesDone).toBe(2)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { leasesDone: 2 } })
    expect(await readLeaseRequests(desk.store)).toEqual([])
    expect(await sheetsOf(desk)).toHaveLength(20)
    for (const action of reissueActions({ station: desk.station, n: 0 }))
      await desk.store.write(() => ({ kind: 'recorded', action: { ...action, device: desk.device } }))
    await desk.handOver()
    expect(await take(desk)).toMatchObject({ accepted: 5, refused: 0 })
  })

  it('a bundle taken twice and an answer taken in twice lend one block', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await desk.handOver()
    const first = await take(desk)
    const second = await take(desk)
    expect(second.again).toBe(true)
    await desk.takeIn(second.path)
    const lines = desk.journal.lines.length
    for (const { path } of [second, first])
      expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { leasesDone: 0 } })
    expect(desk.journal.lines).toHaveLength(lines)
    expect(await sheetsOf(desk)).toHaveLength(20)
    expect(await lentAtCity(desk.station)).toBe(20)
  })

  it('sheets handed out meanwhile come with the answer, and are lent with the next stick', async () => {
    const station = await addStation(city, 0)
    const desk = await deskWithoutBlocks(station, 0)
    const range = rangeFor(station, 30)
    await handOut(city, range)
    await exchange(desk)
    expect(desk.store.register.find(must(sheetsIn(range)[29], 'a sheet').key)).toMatchObject({
      state: 'blank',
    })
    await exchange(desk)
    const sheets = (await readLeases(desk.store)).filter(({ kind }) => kind === 'certificate-blanks')
    expect(sheets.map((lease) => lease.range)).toMatchObject([{ first: range.first, last: range.first + 19 }])
  })

  it('a machine that the city’s clerk certifies in the place of one that was cut off has its sheets again, not its codes', async () => {
    const station = await addStation(city, 4)
    const desk = await deskWithoutBlocks(station, 4)
    await exchange(desk)
    await order(city, { what: 'cut-off-machine', station: station.code, device: desk.device })
    const states = async () =>
      (await readLeases(desk.store)).map(({ kind, state }) => `${kind} ${state}`).toSorted()
    await exchange(desk)
    expect(await states()).toEqual(['certificate-blanks frozen', 'citizen-sequence frozen'])
    // The city has never seen the key that signs from here.
    await city.database.query('delete from machine_keys where station = $1', [station.code])
    await desk.handOver()
    const certify = keyIdOf((await desk.report()).publicKey)
    const taken = await takeBundle(city, await desk.lastFile(), { ...rethrow, certify })
    expect(taken.ok).toBe(true)
    await exchange(desk)
    expect(await states()).toEqual([
      'certificate-blanks live',
      'citizen-sequence frozen',
      'citizen-sequence live',
    ])
  })

  it('what was asked on a stick and then over the line is lent once, in either order', async () => {
    for (const isStickFirst of [true, false]) {
      const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
      await desk.handOver()
      const early = isStickFirst ? await take(desk) : undefined
      await byLine(desk)
      const { path } = early ?? (await take(desk))
      const held = await sheetsOf(desk)
      await desk.takeIn(path)
      expect(await sheetsOf(desk)).toEqual(held)
      expect(held).toHaveLength(20)
      expect(await lentAtCity(desk.station)).toBe(20)
      expect(await readLeaseRequests(desk.store)).toEqual([])
    }
  })

  it('an answer that is older than what the line told does not bring back what was given back since', async () => {
    const station = await addStation(city, 20)
    const desk = await deskWithoutBlocks(station, 20)
    await desk.handOver()
    const { path } = await take(desk)
    await desk.takeIn(path)
    const block = must(
      (await readLeases(desk.store)).find(({ kind }) => kind === 'certificate-blanks'),
      'a block',
    )
    await giveBack(desk, block)
    await byLine(desk)
    const other = await ask(app, station, 'D2', askForSheets(20))
    expect(other.leases.find(({ device }) => device === 'D2')?.range).toEqual(block.range)
    await desk.takeIn(path)
    expect(await sheetsOf(desk)).toEqual([])
  })

  it('what is given back by stick is not drawn on from then on, and is another machine’s afterwards', async () => {
    const station = await addStation(city, 20)
    const desk = await deskWithoutBlocks(station, 20)
    const old = await exchange(desk)
    const [block] = (await readLeases(desk.store)).filter(({ kind }) => kind === 'certificate-blanks')
    await giveBack(desk, must(block, 'a block'))
    expect(await sheetsOf(desk)).toEqual([])
    await desk.takeIn(old)
    expect(await sheetsOf(desk)).toEqual([])
    await exchange(desk)
    const { leases } = await ask(app, station, 'D2', askForSheets(20))
    const theirs = leases.filter(({ device }) => device === 'D2').flatMap(numbersOf)
    const mine = await sheetsOf(desk)
    expect(theirs.length + mine.length).toBe(20)
    expect(new Set([...theirs, ...mine]).size).toBe(20)
    expect(await lentAtCity(station)).toBe(20)
  })

  it('more than one message’s worth of requests all go, and all are answered', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 30), 30)
    const requests = Array.from({ length: 45 }, () => askForSheets(1))
    await desk.store.write(() => ({ kind: 'leases-asked', requests, at: instantOfTests }))
    await desk.handOver()
    const { path } = await take(desk)
    await desk.takeIn(path)
    expect(await readLeaseRequests(desk.store)).toEqual([])
    expect(await sheetsOf(desk)).toHaveLength(30)
  })

  it('a city without stock says so, and nothing is asked twice', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await ask(app, desk.station, 'D9', askForSheets(20))
    await exchange(desk)
    expect(useLeaseNews.getState().fault).toContain('没有未领用的空白证件')
    expect(await readLeaseRequests(desk.store)).toEqual([])
  })

  it('a device’s name that belongs to another machine costs the blocks alone: the work is filed', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await city.database.query('insert into machine_names (station, device, machine) values ($1, $2, $3)', [
      desk.station.code,
      desk.device,
      randomUUID(),
    ])
    const [accept] = reissueActions({ station: desk.station, n: 0 })
    const action = { ...must(accept, 'a first step'), device: desk.device }
    await desk.store.write(() => ({ kind: 'recorded', action }))
    await desk.handOver()
    const { path, accepted } = await take(desk)
    expect(accepted).toBe(1)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { accepted: 1, leasesDone: 0 } })
    expect(useLeaseNews.getState().fault).toContain('重复')
    expect(await readLeaseRequests(desk.store)).toHaveLength(2)
  })

  it('a bundle taken again after others filed tells no blocks, because its hand-outs end before that', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await desk.handOver()
    await take(desk)
    await send(app, desk.station, reissueActions({ station: desk.station, n: 1 }).slice(0, 1))
    const { path } = await take(desk)
    await desk.takeIn(path)
    expect(await sheetsOf(desk)).toEqual([])
    await exchange(desk)
    expect(await sheetsOf(desk)).toHaveLength(20)
    expect(await lentAtCity(desk.station)).toBe(20)
  })

  it('a program of before on either side: the rest goes as ever, and the requests stay open', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    await desk.handOver()
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const oldBundle = await forgedBundle(await desk.content(), await publicKeyOf(city), secret)
    const { path } = await take(desk, oldBundle)
    const here = { station: desk.station.code, device: desk.device }
    const answer = await openFromCity(desk.secrets, await readFile(path), here)
    expect(answer.ok && 'leases' in answer.value).toBe(false)
    expect(await desk.takeIn(path)).toMatchObject({ ok: true, value: { leasesDone: 0 } })
    expect(await readLeaseRequests(desk.store)).toHaveLength(2)
    expect(await lentAtCity(desk.station)).toBe(0)
  })

  it('nobody asks in another machine’s name', async () => {
    const desk = await deskWithoutBlocks(await addStation(city, 20), 20)
    const secret = Buffer.from(await ownSecretKey(desk.secrets, algorithmNamed('ed25519')))
    const { station, machine } = desk.holder
    const leases = [{ station, device: 'D1', machine, requests: [askForSheets(5)] }]
    const file = await forgedBundle({ ...(await desk.content()), leases }, await publicKeyOf(city), secret)
    expect(await takeBundle(city, file, rethrow)).toMatchObject({
      ok: false,
      refusals: [{ code: 'not-its-own' }],
    })
    expect(await lentAtCity(desk.station)).toBe(0)
  })
})

function numbersOf({ range }: Lease): number[] {
  return Array.from({ length: sizeOf(range) }, (_, n) => range.first + n)
}
