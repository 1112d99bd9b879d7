import { afterEach, describe, expect, it, vi } from 'vitest'
import { readLastOrder } from '../../renderer/local/read.ts'
import { Arrivals } from '../../renderer/sync/arrivals.ts'
import { readPages } from '../../renderer/sync/arrived-pages.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { fetchNew, pullNew } from '../../renderer/sync/pull.ts'
import { startPump } from '../../renderer/sync/pump.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, makeDesk, openStore, walk, type MadeDesk } from './made-desk.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

/** Two walks at the city that this desk knows nothing of, handed out four at a time. */
async function newsFrom() {
  const desk = await makeDesk(2)
  const city = makeScriptedCity()
  const actions = [...walk(desk, 0), ...walk(desk, 1)]
  for (const action of actions) city.fileFromElsewhere(action)
  city.handOutAtMost(4)
  return { desk, city, ids: actions.map(({ id }) => id) }
}

function breaksAfter(city: ScriptedCity, pages: number): LinePort {
  return {
    exchange: (...given) =>
      city.paths.length >= pages
        ? Promise.resolve({ kind: 'no-line', reason: 'cut' })
        : city.exchange(...given),
  }
}

const noLine: LinePort = { exchange: () => Promise.resolve({ kind: 'no-line', reason: 'refused' }) }

function pumpOf({ store, station }: MadeDesk) {
  const people = { introduce: introduced, sample: true }
  return { store, station: station.code, device: 'D1', now: () => instantOfTests, chance: () => 0, ...people }
}

const asked = ({ paths }: ScriptedCity) => paths.map((path) => /after=(\d+)/.exec(path)?.[1])
const pagesOnDisk = ({ database }: MadeDesk['store']) => database.arrivedPages.count()

describe('what comes in over a line that may be there for minutes only', () => {
  it('is on disk page by page, and a program that starts anew asks only for the rest', async () => {
    const { desk, city, ids } = await newsFrom()
    const cut = await pullNew(desk.store, breaksAfter(city, 2), desk.station.code)
    expect(cut.kind).toBe('retry')
    expect([await readLastOrder(desk.store), await pagesOnDisk(desk.store)]).toEqual([0, 2])
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(await pullNew(store, city, desk.station.code)).toEqual({ kind: 'complete', count: 2 })
    expect(asked(city)).toEqual(['0', '4', '8'])
    expect(await readLastOrder(store)).toBe(10)
    expect(await store.database.actions.where('id').anyOf(ids).count()).toBe(10)
    expect(await pagesOnDisk(store)).toBe(0)
  })

  it('counts as taken in only when it is: without a line it is worked in from the disk', async () => {
    const { desk, city } = await newsFrom()
    const arrivals = new Arrivals()
    expect(await fetchNew(desk.store, city, desk.station.code, arrivals)).toEqual({
      kind: 'complete',
      count: 10,
    })
    expect([await readLastOrder(desk.store), await pagesOnDisk(desk.store)]).toEqual([0, 3])
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    const { stop } = startPump({ ...pumpOf(desk), store, line: noLine, arrivals: new Arrivals() })
    await vi.waitFor(async () => expect(await readLastOrder(store)).toBe(10))
    stop()
    await vi.waitFor(async () => expect(await pagesOnDisk(store)).toBe(0))
  })

  it('a part of it waits for the rest: how much it changes is counted over the whole', async () => {
    const { desk, city } = await newsFrom()
    await pullNew(desk.store, breaksAfter(city, 2), desk.station.code)
    const arrivals = new Arrivals()
    const asked = vi.fn(noLine.exchange)
    const { stop } = startPump({ ...pumpOf(desk), line: { exchange: asked }, arrivals })
    await vi.waitFor(() => expect(asked.mock.calls.length).toBeGreaterThan(1), { timeout: 10_000 })
    stop()
    expect([arrivals.upTo, arrivals.isComplete]).toEqual([8, false])
    expect([await readLastOrder(desk.store), await pagesOnDisk(desk.store)]).toEqual([0, 2])
  })

  it('a page that does not follow on what is here, or does not open, is dropped and asked for again', async () => {
    const { desk, city } = await newsFrom()
    await fetchNew(desk.store, city, desk.station.code, new Arrivals())
    const { arrivedPages } = desk.store.database
    await arrivedPages.update(8, { sealed: new Uint8Array([1, 2, 3]) })
    expect((await readPages(desk.store)).map(({ upTo }) => upTo)).toEqual([4])
    expect(await arrivedPages.toCollection().primaryKeys()).toEqual([4])
    await pullNew(desk.store, city, desk.station.code)
    expect(asked(city)).toEqual(['0', '4', '8', '4', '8'])
    expect(await readLastOrder(desk.store)).toBe(10)
  })

  it('behind full pages the next one is asked for ahead; a guess that was wrong is asked again', async () => {
    const desk = await makeDesk(1)
    const city = makeScriptedCity()
    for (let n = 0; n < 641; n += 1) for (const action of walk(desk, n)) city.fileFromElsewhere(action)
    city.handOutAtMost(1000)
    // The third page, asked for ahead, comes short, and what was asked behind it does not follow on it.
    const line: LinePort = {
      exchange: (...given) => {
        city.handOutAtMost(given[1].includes('after=2000') ? 700 : 1000)
        return city.exchange(...given)
      },
    }
    const arrivals = new Arrivals()
    const fetched = await fetchNew(desk.store, line, desk.station.code, arrivals)
    expect(fetched).toEqual({ kind: 'complete', count: 3205 })
    expect(asked(city)).toEqual(['0', '1000', '2000', '3000', '2700'])
    const pages = await readPages(desk.store)
    expect(pages.map(({ upTo }) => upTo)).toEqual([1000, 2000, 2700, 3205])
    expect(pages.flatMap(({ actions }) => actions.map(({ order }) => order))).toEqual(
      Array.from({ length: 3205 }, (_, at) => at + 1),
    )
  })

  it('a single page is worked in at once, without its way over the disk', async () => {
    const { desk, city } = await newsFrom()
    city.handOutAtMost(500)
    await fetchNew(desk.store, city, desk.station.code, new Arrivals())
    expect(await pagesOnDisk(desk.store)).toBe(0)
  })
})
