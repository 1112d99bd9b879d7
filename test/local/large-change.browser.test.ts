import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { CityVerdict } from '../../shared/sync/messages.ts'
import type { Entry } from '../../renderer/local/entry.ts'
import { readLastOrder } from '../../renderer/local/read.ts'
import { Arrivals, largeChangeSetting } from '../../renderer/sync/arrivals.ts'
import { takeInAnswer, type StickPort } from '../../renderer/sync/bundle.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import {
  closeDesks,
  makeDesk,
  rebuildStore,
  record,
  stands,
  walk,
  type MadeDesk,
  readOutbox,
} from './made-desk.ts'
import { introduced } from '../builders/authors.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

/** Each walk voids an original and uses a blank sheet: two rows of the register. */
const walks = 30
const rowsChanged = 2 * walks

/** A desk with 70 reissues in its register, and a city at which another machine of the station did 30 of them. */
async function deskBehindItsCity(): Promise<{
  desk: MadeDesk
  city: ScriptedCity
  theirs: readonly Action[]
}> {
  const desk = await makeDesk(70)
  const city = makeScriptedCity()
  const theirs = Array.from({ length: walks }, (_, n) => walk(desk, n))
    .flat()
    .map((action) => ({ ...action, device: 'D9' }))
  for (const action of theirs) city.fileFromElsewhere(action)
  return { desk, city, theirs }
}

function round({ store, station }: MadeDesk, line: LinePort, arrivals: Arrivals): Promise<boolean> {
  const now = () => instantOfTests
  const pump = {
    station: station.code,
    device: 'D1',
    introduce: introduced,
    sample: true,
    now,
    chance: () => 0,
  }
  return oneRound({ store, line, arrivals, ...pump })
}

const limitOf = (atLeast: number): Entry => ({
  kind: 'setting-saved',
  name: largeChangeSetting,
  value: { share: 0.05, atLeast },
})

const heldIn = (arrivals: Arrivals) => must(arrivals.state.getState().heldBack, 'something is held back')

describe('what the city hands out would change much of the register', () => {
  it.each([500, 40, 7])(
    'in pages of %i: it is counted over the whole contact, and nothing is taken in before somebody decides',
    async (page) => {
      const { desk, city } = await deskBehindItsCity()
      city.handOutAtMost(page)
      const arrivals = new Arrivals()
      const before = await dumpOf(desk.store.database)
      expect(await round(desk, city, arrivals)).toBe(true)
      expect(await dumpOf(desk.store.database)).toEqual(before)
      const { change, actions, after, upTo } = heldIn(arrivals)
      expect({ actions, after, upTo }).toEqual({ actions: 5 * walks, after: 0, upTo: 5 * walks })
      expect(change).toMatchObject({ removed: 0, replaced: rowsChanged, of: 140 })
      expect(change.by.map(({ who }) => who)).toEqual([`${desk.station.clerk.name}（D9）`])
    },
  )

  it('meanwhile own work goes on being recorded and sent, and counts for nobody’s change', async () => {
    const { desk, city } = await deskBehindItsCity()
    const arrivals = new Arrivals()
    await round(desk, city, arrivals)
    const rows = heldIn(arrivals).change
    await record(desk.store, walk(desk, 50))
    expect(await round(desk, city, arrivals)).toBe(true)
    expect(await readOutbox(desk.store, 10)).toEqual([])
    expect(city.posted.flat()).toHaveLength(5)
    expect(heldIn(arrivals).change.replaced).toBe(rows.replaced)
    expect(await readLastOrder(desk.store)).toBe(0)
  })

  it('put off it stays out, round after round; taken in it stands as if nobody had asked, and a rebuild does not ask', async () => {
    const { desk, city } = await deskBehindItsCity()
    city.handOutAtMost(40)
    const arrivals = new Arrivals()
    await round(desk, city, arrivals)
    arrivals.putOff()
    await round(desk, city, arrivals)
    expect([await readLastOrder(desk.store), arrivals.state.getState().putOff]).toEqual([0, true])
    const told: number[] = []
    await arrivals.accept(desk.store, heldIn(arrivals), (count) => told.push(count))
    expect(told.at(-1)).toBe(5 * walks)
    expect(arrivals.state.getState()).toEqual({ heldBack: undefined, putOff: false })
    expect(await readLastOrder(desk.store)).toBe(5 * walks)
    const standing = await dumpOf(desk.store.database)
    desk.store.close()
    const rebuilt = await rebuildStore(desk.name, desk.journal)
    expect(await dumpOf(rebuilt.store.database)).toEqual(standing)
  })

  it('the chief’s yes covers what was shown; more that came since is counted by itself', async () => {
    const { desk, city } = await deskBehindItsCity()
    const arrivals = new Arrivals()
    await round(desk, city, arrivals)
    const shown = heldIn(arrivals)
    for (let n = walks; n < 60; n += 1)
      for (const action of walk(desk, n)) city.fileFromElsewhere({ ...action, device: 'D9' })
    await round(desk, city, arrivals)
    await arrivals.accept(desk.store, shown, () => undefined)
    expect(await readLastOrder(desk.store)).toBe(shown.upTo)
    expect(heldIn(arrivals)).toMatchObject({ after: shown.upTo, actions: 150 })
  })

  it('a line that is cut between pages goes on at the next page, and nothing was taken in before', async () => {
    const { desk, city } = await deskBehindItsCity()
    city.handOutAtMost(20)
    const asked: string[] = []
    let cut = false
    const line: LinePort = {
      exchange: (method, path, body) => {
        if (method === 'GET' && path.includes('after=')) {
          asked.push(path.replace(/.*after=(\d+).*/, '$1'))
          cut = asked.length === 4
        }
        if (cut) return Promise.resolve({ kind: 'no-line', reason: 'cut' })
        return city.exchange(method, path, body)
      },
    }
    const arrivals = new Arrivals()
    expect((await pullNew(desk.store, line, desk.station.code, arrivals)).kind).toBe('retry')
    expect(await readLastOrder(desk.store)).toBe(0)
    const pulled = await pullNew(desk.store, line, desk.station.code, arrivals)
    expect(pulled.kind).toBe('held-back')
    expect(asked.slice(0, 6)).toEqual(['0', '20', '40', '60', '60', '80'])
  })

  it('own steps that come back in the city’s order change nothing, however low the limit', async () => {
    const desk = await makeDesk(5)
    const city = makeScriptedCity()
    await stands(desk.store, limitOf(1))
    for (let n = 0; n < 3; n += 1) await record(desk.store, walk(desk, n))
    // From the disk, so that what stands here and what the city makes of it were not made by the same hand.
    const { store } = await rebuildStore(desk.name, desk.journal)
    const arrivals = new Arrivals()
    expect(await round({ ...desk, store }, city, arrivals)).toBe(true)
    expect(arrivals.state.getState().heldBack).toBeUndefined()
    expect(await readLastOrder(store)).toBe(15)
  })

  it('below the limit nobody is asked, and the limit is a setting of the desk', async () => {
    const { desk, city } = await deskBehindItsCity()
    await stands(desk.store, limitOf(rowsChanged + 1))
    const pulled = await pullNew(desk.store, city, desk.station.code)
    expect(pulled).toEqual({ kind: 'complete', count: 5 * walks })
  })
})

/** The city's answer on a stick, with what it filed up to an order. */
function stickWith(
  city: ScriptedCity,
  upTo: number,
  more = false,
  verdicts: readonly CityVerdict[] = [],
): StickPort {
  const handedOut = { after: 0, actions: city.filed.slice(0, upTo), upTo, more }
  const opened = { outcome: 'opened', n: 1, madeAt: instantOfTests, verdicts, handedOut } as const
  return {
    write: () => Promise.resolve({ outcome: 'cancelled' as const }),
    finish: () => Promise.resolve({ ok: true as const, value: {} }),
    open: () => Promise.resolve(opened),
  }
}

function takeInFrom(stick: StickPort, { store }: MadeDesk, arrivals: Arrivals) {
  return takeInAnswer(store, stick, () => undefined, { arrivals, now: () => instantOfTests })
}

describe('a stick with the city’s answer', () => {
  it('that brings a large change is held back like the line, and its verdicts count at once', async () => {
    const { desk, city } = await deskBehindItsCity()
    await record(desk.store, walk(desk, 50, 1))
    const [own] = await readOutbox(desk.store, 1)
    const id = must(own, 'it waits').id
    const stick = stickWith(city, 150, false, [{ id, outcome: 'accepted', order: 151, receipt: '受151' }])
    const arrivals = new Arrivals()
    const taken = await takeInFrom(stick, desk, arrivals)
    expect(taken).toMatchObject({ ok: true, value: { accepted: 1, handedOut: 0, isHeldBack: true } })
    expect([await readOutbox(desk.store, 1), await readLastOrder(desk.store)]).toEqual([[], 0])
    await arrivals.accept(desk.store, heldIn(arrivals), () => undefined)
    expect(await readLastOrder(desk.store)).toBe(150)
  })

  it('does not let the first page in that came over a line before it was cut: that is counted with the rest', async () => {
    const { desk, city } = await deskBehindItsCity()
    const arrivals = await firstPageOf(desk, city)
    const taken = await takeInFrom(stickWith(city, 20), desk, arrivals)
    expect(taken).toMatchObject({ ok: true, value: { handedOut: 0, isHeldBack: false, isIncomplete: true } })
    expect(await readLastOrder(desk.store)).toBe(0)
    const pulled = await pullNew(desk.store, city, desk.station.code, arrivals)
    expect(pulled).toMatchObject({ kind: 'held-back', heldBack: { actions: 150 } })
  })

  it('that goes on behind such a page completes it, and the whole is counted', async () => {
    const { desk, city } = await deskBehindItsCity()
    const arrivals = await firstPageOf(desk, city)
    const taken = await takeInFrom(stickWith(city, 150), desk, arrivals)
    expect(taken).toMatchObject({ ok: true, value: { handedOut: 0, isHeldBack: true, isIncomplete: false } })
    expect(heldIn(arrivals).actions).toBe(150)
  })

  it('that is not all there is counts by itself: the next stick can only ask behind what stands here', async () => {
    const { desk, city } = await deskBehindItsCity()
    const taken = await takeInFrom(stickWith(city, 40, true), desk, new Arrivals())
    expect(taken).toMatchObject({ ok: true, value: { handedOut: 40, isIncomplete: false, more: true } })
    expect(await readLastOrder(desk.store)).toBe(40)
  })
})

/** The line was cut behind the first page of four: 40 actions, fewer rows than anybody would be asked about. */
async function firstPageOf(desk: MadeDesk, city: ScriptedCity): Promise<Arrivals> {
  city.handOutAtMost(40)
  const line: LinePort = {
    exchange: (...given) =>
      city.paths.length === 0 ? city.exchange(...given) : Promise.resolve({ kind: 'no-line', reason: 'cut' }),
  }
  const arrivals = new Arrivals()
  expect((await pullNew(desk.store, line, desk.station.code, arrivals)).kind).toBe('retry')
  return arrivals
}
