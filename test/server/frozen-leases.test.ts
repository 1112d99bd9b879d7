import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { takeOverSheets } from '../../server/leases/freeze-leases.ts'
import { must } from '../../shared/base/must.ts'
import type { HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import { sizeOf, type Lease } from '../../shared/register/lease.ts'
import { instantOfTests, makeBlank, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { addStation, bothStores, send, type CityUnderTest } from './city-under-test.ts'
import { ask, askForSheets } from './lease-asker.ts'
import { order } from './stock-orders.ts'

const secondsLater = (seconds: number) => new Date(Date.parse(instantOfTests) + seconds * 1000).toISOString()

describe.each(bothStores)('the blocks of a machine that was cut off on %s', (_name, open) => {
  let under: CityUnderTest
  beforeAll(async () => {
    under = await open()
  })
  afterAll(() => under.close())

  async function stationWithBlocks(sheets: number) {
    const station = await addStation(under.city, sheets)
    await ask(under.app, station, 'D1', askForSheets(sheets), askForSheets(1, 'citizen-sequence'))
    return station
  }

  const cutOff = ({ code: station }: MadeStation, at = instantOfTests) =>
    order(under.city, { what: 'cut-off-machine', station, device: 'D1' }, at)

  /** Of the n-th made-up blank on, so many. */
  function madeRange(station: MadeStation, n: number, count: number): HandedOutRange {
    const first = Number(makeBlank(station, n).serial.digits)
    return {
      station: station.code,
      kind: 'certificate',
      prefix: '蒙',
      printYear: 2026,
      first,
      last: first + count - 1,
    }
  }

  const giveBack = (station: MadeStation, range: HandedOutRange, device = 'D1') =>
    order(under.city, { what: 'give-back-counted', station: station.code, device, range })

  async function printBy(station: MadeStation, n: number, more: { device?: string; at?: string } = {}) {
    const actions = reissueActions({ station, n }).slice(0, 3)
    const verdicts = await send(under.app, station, [
      ...actions.slice(0, 2),
      ...actions.slice(2).map((action) => ({ ...action, ...more })),
    ])
    const last = must(verdicts.at(-1), 'the print has its verdict')
    return last.outcome === 'refused' ? last.refusals.map(({ code }) => code) : 'accepted'
  }

  const states = (leases: readonly Lease[]) => leases.map(({ kind, state }) => `${kind} ${state}`)

  it('are frozen with it, and the command says how many; nobody else’s are', async () => {
    const station = await stationWithBlocks(3)
    await ask(under.app, station, 'D2', askForSheets(1, 'citizen-sequence'))
    expect(await cutOff(station)).toEqual({
      outcome: 'done',
      said: '号段已冻结 2 段：空白迁移证 3 张、顺序码 10 个。',
    })
    expect(await printBy(station, 0)).toEqual(['lease-frozen'])
    const { leases, answers } = await ask(under.app, station, 'D2', askForSheets(3))
    expect(answers).toMatchObject([{ code: 'no-stock' }])
    expect(leases.map(({ device, state }) => `${device} ${state}`).toSorted()).toEqual([
      'D1 frozen',
      'D1 frozen',
      'D2 live',
    ])
    expect(leases.find(({ device }) => device === 'D1')?.frozenAt).toBe(instantOfTests)
    expect((await cutOff(station)).outcome).toBe('nothing-to-change')
  })

  it('count for what the machine did before, whichever way it comes, and for nobody else', async () => {
    const station = await stationWithBlocks(2)
    await cutOff(station, secondsLater(1))
    expect(await printBy(station, 0)).toBe('accepted')
    expect(await printBy(station, 1, { device: 'D2' })).toEqual(['lease-frozen'])
    const again = must(reissueActions({ station, n: 1 })[2], 'the print')
    const late = { ...again, id: randomUUID(), at: secondsLater(1) }
    expect(await send(under.app, station, [late])).toMatchObject([{ refusals: [{ code: 'lease-frozen' }] }])
  })

  it('go on under a machine that takes its place: its sheets, and never its sequence codes', async () => {
    const station = await stationWithBlocks(2)
    await cutOff(station)
    const { database } = under.city
    await database.transaction((queries) =>
      takeOverSheets(queries, { station: station.code, device: 'D1' }, secondsLater(9)),
    )
    const { leases } = await ask(under.app, station, 'D1', askForSheets(1, 'citizen-sequence'))
    expect(states(leases)).toEqual([
      'certificate-blanks live',
      'citizen-sequence frozen',
      'citizen-sequence live',
    ])
    expect(await printBy(station, 0, { at: secondsLater(60) })).toBe('accepted')
  })

  it('are the station’s again as far as somebody counted them, blank and in hand; the rest stays frozen', async () => {
    const station = await stationWithBlocks(6)
    await cutOff(station)
    const counted = await giveBack(station, madeRange(station, 2, 2))
    expect(counted).toEqual({ outcome: 'done', said: expect.stringContaining('共 2 张') })
    const { leases } = await ask(under.app, station, 'D2', askForSheets(6))
    const sheets = leases.filter(({ kind }) => kind === 'certificate-blanks')
    expect(sheets.map(({ device, state, range }) => `${device} ${state} ${sizeOf(range)}`)).toEqual([
      'D1 frozen 2',
      'D2 live 2',
      'D1 frozen 2',
    ])
    expect(await printBy(station, 2, { device: 'D2' })).toBe('accepted')
  })

  it('are given back neither while the machine may draw, nor beyond them, nor when a sheet is used', async () => {
    const station = await stationWithBlocks(3)
    const whole = madeRange(station, 0, 3)
    const live = await giveBack(station, whole)
    expect(live).toEqual({ outcome: 'refused', said: expect.stringContaining('不在机器 D1 冻结的号段里') })
    expect(await printBy(station, 1)).toBe('accepted')
    await cutOff(station)
    const refused = { outcome: 'refused', said: expect.stringMatching(/没有改动/) }
    expect(await giveBack(station, whole)).toEqual(refused)
    expect(await giveBack(station, madeRange(station, 2, 2))).toEqual(refused)
    expect(await giveBack(station, madeRange(station, 0, 1), 'D2')).toEqual(refused)
    expect((await giveBack(station, madeRange(station, 0, 1))).outcome).toBe('done')
    expect((await giveBack(station, madeRange(station, 0, 1))).outcome).toBe('refused')
  })
})
