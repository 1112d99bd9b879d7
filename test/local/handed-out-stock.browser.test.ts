import { afterEach, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { addDays } from '../../shared/base/plain-date.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { AskLeases } from '../../shared/sync/leases.ts'
import type { DeskStore } from '../../renderer/local/desk-store.ts'
import { keepLeases } from '../../renderer/sync/keep-leases.ts'
import type { LineAnswer, LinePort } from '../../renderer/sync/line-port.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { instantOfTests, reissueActions, type MadeStation } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import { closeDesks, makeDesk, openStore, rebuildStore, stands } from './made-desk.ts'
import { makeScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

const minutesLater = (minutes: number) =>
  new Date(Date.parse(instantOfTests) + minutes * 60_000).toISOString()

const rangeFor = ({ code }: MadeStation): HandedOutRange => ({
  station: code,
  kind: 'certificate',
  prefix: '蒙',
  printYear: 2027,
  first: 1,
  last: 30,
})

function sheetIn(range: HandedOutRange): CertificateRecord {
  const [sheet] = blankSheetsOf(range).flatMap((each) => (each.kind === 'certificate' ? [each] : []))
  return must(sheet, 'a sheet')
}

/** A city that lends nothing and tells of its stock; `asked` is every message for blocks. */
function cityWith(stock: readonly HandedOutRange[], leases: readonly Lease[] = []) {
  const asked: AskLeases[] = []
  const json = (body: unknown): LineAnswer => ({
    kind: 'answer',
    status: 200,
    contentType: 'application/json',
    body: JSON.stringify(body),
  })
  const line: LinePort = {
    exchange: (_method, path, body) => {
      if (path.startsWith('/v1/actions'))
        return Promise.resolve(json({ protocol: 1, actions: [], upTo: 0, more: false }))
      const question = JSON.parse(String(body)) as AskLeases
      asked.push(question)
      const answers = question.requests.map(({ id }) => ({ id, outcome: 'done' as const }))
      return Promise.resolve(json({ leases, stock, answers }))
    },
  }
  return { line, asked }
}

/** One contact about blocks, at this time of the desk's clock. */
function contact(store: DeskStore, { code }: MadeStation, line: LinePort, now: string): Promise<void> {
  return keepLeases({
    store,
    line,
    station: code,
    device: 'D1',
    machine: '0f1d8a52-3c44-4a58-8f3e-1504c0de0033',
    firstBlocks: false,
    now: () => now,
    newId: () => crypto.randomUUID(),
    wishes: () => Promise.resolve({ isClosedDown: false, outageDays: 10 }),
  })
}

/** A block of this machine's on codes, so that it asks for sheets alone. */
function codesOf({ code }: MadeStation): Lease {
  return {
    id: crypto.randomUUID(),
    kind: 'citizen-sequence',
    station: code,
    device: 'D1',
    range: { series: '150430', first: 10, last: 19 },
    from: instantOfTests,
    until: `${addDays(instantOfTests.slice(0, 10), 365)}T01:00:00.000Z`,
    renewBefore: `${addDays(instantOfTests.slice(0, 10), 300)}T01:00:00.000Z`,
    state: 'live',
  }
}

it('a desk whose sheets ran out hears of new ones within the quarter of an hour, and asks for some at once', async () => {
  const { store, station } = await makeDesk(1, () => ({ leases: [] }))
  const used = reissueActions({ station, n: 0 })
  for (const action of used) await stands(store, { kind: 'recorded', action })
  const codes = codesOf(station)
  const empty = cityWith([], [codes])
  await contact(store, station, empty.line, instantOfTests)
  await contact(store, station, empty.line, minutesLater(9))
  expect(empty.asked).toHaveLength(1)
  await contact(store, station, empty.line, minutesLater(11))
  expect(empty.asked).toHaveLength(2)
  const range = rangeFor(station)
  const full = cityWith([range], [codes])
  await contact(store, station, full.line, minutesLater(22))
  expect(store.register.find(sheetIn(range).key)).toEqual(sheetIn(range))
  await contact(store, station, full.line, minutesLater(22))
  expect(full.asked.at(-1)?.requests).toMatchObject([
    { want: 'grant', kind: 'certificate-blanks', count: 20 },
  ])
})

it('what is told of the stock is in the journal, and the same told again changes no sheet', async () => {
  const { store, station, name, journal } = await makeDesk(1)
  const range = rangeFor(station)
  const told = { kind: 'leases-told' as const, leases: [], answered: [], at: instantOfTests, stock: [range] }
  await stands(store, told)
  for (const action of reissueActions({ station, n: 0, sheet: sheetIn(range) }))
    await stands(store, { kind: 'recorded', action })
  await stands(store, told)
  expect(store.register.find(sheetIn(range).key)).toMatchObject({ state: 'issued' })
  const before = await dumpOf(store.database)
  store.close()
  const rebuilt = await rebuildStore(name, journal)
  expect(await dumpOf(rebuilt.store.database)).toEqual(before)
})

it('a desk that hears of a colleague’s print before it hears of the sheet takes both in, in either order', async () => {
  const first = await makeDesk(1)
  const { station } = first
  const range = rangeFor(station)
  const city = makeScriptedCity()
  for (const action of reissueActions({ station, n: 0, sheet: sheetIn(range) }))
    city.fileFromElsewhere({ ...action, device: 'D2' })
  const told = { kind: 'leases-told' as const, leases: [], answered: [], at: instantOfTests, stock: [range] }
  expect(await pullNew(first.store, city, station.code)).toMatchObject({ kind: 'complete' })
  await stands(first.store, told)
  const after = first.store.register.find(sheetIn(range).key)
  expect(after).toMatchObject({ state: 'issued', version: 3 })
  expect(await first.store.database.meta.where('name').startsWith('unapplied:').count()).toBe(0)
  const { store } = await openStore(`${first.name}-other`, first.journal)
  expect(store.register.find(sheetIn(range).key)).toEqual(after)
})
