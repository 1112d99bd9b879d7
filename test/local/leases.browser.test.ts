import { afterEach, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { AskLeases } from '../../shared/sync/leases.ts'
import { recordAction } from '../../renderer/local/record-action.ts'
import { takeFirstBlocks } from '../../renderer/local/first-blocks.ts'
import { lentFromPackageMark } from '../../renderer/local/plan-leases.ts'
import { isLent, readLeaseRequests, readLeases } from '../../renderer/local/read-leases.ts'
import { keepLeases } from '../../renderer/sync/keep-leases.ts'
import type { LineAnswer, LinePort } from '../../renderer/sync/line-port.ts'
import { MadeAuthors } from '../builders/authors.ts'
import { instantOfTests, makeBlank, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import { closeDesks, makeDesk, openStore, rebuildStore, record, walk, type MadeDesk } from './made-desk.ts'

afterEach(closeDesks)

const machine = '0f1d8a52-3c44-4a58-8f3e-1504c0de0031'
const withoutLeases = () => ({ leases: [] })

function leaseOn({ station }: MadeDesk, more: Partial<Lease> = {}): Lease {
  const digits = Number(makeBlank(station, 0).serial.digits)
  return {
    id: crypto.randomUUID(),
    kind: 'certificate-blanks',
    station: station.code,
    device: 'D1',
    range: { series: '蒙2026', first: digits, last: digits + 1 },
    from: instantOfTests,
    until: '2026-09-06T01:00:00.000Z',
    renewBefore: '2026-05-09T01:00:00.000Z',
    state: 'live',
    ...more,
  }
}

/** A line that notes what is asked for blocks; `answer` says what comes back, and nothing new was filed. */
function lineOf(answer: (asked: AskLeases) => LineAnswer) {
  const asked: AskLeases[] = []
  const line: LinePort = {
    exchange: (_method, path, body) => {
      if (path.startsWith('/v1/actions'))
        return Promise.resolve(json({ protocol: 1, actions: [], upTo: 0, more: false }))
      const question = JSON.parse(String(body)) as AskLeases
      asked.push(question)
      return Promise.resolve(answer(question))
    },
  }
  return { line, asked }
}

function json(body: unknown): LineAnswer {
  return { kind: 'answer', status: 200, contentType: 'application/json', body: JSON.stringify(body) }
}

const done = ({ requests }: AskLeases, leases: readonly Lease[]) =>
  json({ leases, answers: requests.map(({ id }) => ({ id, outcome: 'done' })) })

async function keep({ station }: MadeDesk, store: MadeDesk['store'], line: LinePort): Promise<void> {
  await keepLeases({
    store,
    line,
    station: station.code,
    device: 'D1',
    machine,
    firstBlocks: false,
    now: () => instantOfTests,
    newId: () => crypto.randomUUID(),
    wishes: () => Promise.resolve({ isClosedDown: false, outageDays: 10 }),
  })
}

/** The print step of a reissue, taken at the counter of a device. */
async function print(desk: MadeDesk, device = 'D1', n = 0): Promise<readonly string[]> {
  const { caseId, caseType, facts } = must(reissueActions({ station: desk.station, n })[2], 'a print step')
  const { code, clerk } = desk.station
  const taken = { caseId, caseType, step: 'print', facts, by: clerk, device, station: code }
  const chance = { id: () => crypto.randomUUID(), now: () => instantOfTests }
  const outcome = await recordAction(desk.store, chance, taken, new MadeAuthors(code, device).sign)
  return outcome.ok ? [] : outcome.refusals.map(({ code }) => code)
}

it('a desk that dies between the grant and its storing asks the same again and holds the same block', async () => {
  const desk = await makeDesk(2, withoutLeases)
  const lost = lineOf(() => ({ kind: 'no-line', reason: 'cut' }))
  await keep(desk, desk.store, lost.line)
  desk.store.close()
  const { store } = await openStore(desk.name, desk.journal)
  const lease = leaseOn(desk)
  const good = lineOf((asked) => done(asked, [lease]))
  await keep(desk, store, good.line)
  expect(lost.asked[0]?.requests.map(({ want }) => want)).toEqual(['grant', 'grant'])
  expect(good.asked[0]?.requests.toSorted(byId)).toEqual(lost.asked[0]?.requests.toSorted(byId))
  expect(await readLeases(store)).toEqual([lease])
  expect(await readLeaseRequests(store)).toEqual([])
})

function byId(one: { id: string }, other: { id: string }): number {
  return one.id < other.id ? -1 : 1
}

it('blocks and open requests are in the journal: the database built from it is the same, row by row', async () => {
  const desk = await makeDesk(2, withoutLeases)
  await keep(desk, desk.store, lineOf((asked) => done(asked, [leaseOn(desk)])).line)
  const request = { id: crypto.randomUUID(), want: 'grant', kind: 'permit-blanks', count: 5 } as const
  await desk.store.write(() => ({ kind: 'leases-asked', requests: [request], at: instantOfTests }))
  const before = await dumpOf(desk.store.database)
  desk.store.close()
  const { store } = await rebuildStore(desk.name, desk.journal)
  expect(await dumpOf(store.database)).toEqual(before)
  expect(await readLeaseRequests(store)).toEqual([request])
})

it('of two tellings the one that is newer by the city’s clock stands, whichever came first', async () => {
  const desk = await makeDesk(2, withoutLeases)
  const lease = leaseOn(desk)
  const tell = (leases: Lease[], asOf: string) =>
    desk.store.write(() => ({ kind: 'leases-told', leases, answered: [], at: instantOfTests, asOf }))
  await tell([], '2026-03-10T02:00:00.000Z')
  await tell([lease], '2026-03-10T01:59:59.999Z')
  expect(await readLeases(desk.store)).toEqual([])
  await tell([lease], '2026-03-10T02:00:00.001Z')
  expect(await readLeases(desk.store)).toEqual([lease])
})

it('prints on the own block alone: not without one, not on another machine’s, not while it is given back', async () => {
  const desk = await makeDesk(2, withoutLeases)
  await record(desk.store, walk(desk, 0, 2))
  expect(await print(desk)).toEqual(['number-not-leased'])
  const lease = leaseOn(desk)
  const tell = () =>
    desk.store.write(() => ({ kind: 'leases-told', leases: [lease], answered: [], at: instantOfTests }))
  await tell()
  expect(await print(desk, 'D2')).toEqual(['leased-to-another'])
  const giveBack = { id: crypto.randomUUID(), want: 'return', lease: lease.id } as const
  await desk.store.write(() => ({ kind: 'leases-asked', requests: [giveBack], at: instantOfTests }))
  expect(await print(desk)).toEqual(['number-not-leased'])
  await desk.store.write(() => ({
    kind: 'leases-told',
    leases: [lease],
    answered: [giveBack.id],
    at: instantOfTests,
  }))
  expect(await print(desk)).toEqual([])
})

it('two machines set up from one package, no line yet: the one that it names prints, the other does not and is told why', async () => {
  const first = await makeDesk(2)
  await record(first.store, walk(first, 0, 2))
  expect(await print(first, 'D2')).toEqual(['leased-to-another'])
  expect(await print(first, 'D1')).toEqual([])
})

it('a package that names no machine gives its blocks to the first of a practice station and to nobody elsewhere', () => {
  const named: Lease = {
    id: crypto.randomUUID(),
    kind: 'permit-blanks',
    station: '150430100501',
    device: 'D1',
    range: { series: '蒙2026', first: 1, last: 9 },
    from: instantOfTests,
    until: '2026-09-06T01:00:00.000Z',
    renewBefore: '2026-05-09T01:00:00.000Z',
    state: 'live',
  }
  const lease = { ...named, device: '' }
  expect(takeFirstBlocks([lease, named], { device: 'D9', firstBlocks: true })).toEqual([
    { ...lease, device: 'D9' },
    named,
  ])
  expect(takeFirstBlocks([lease, named], { device: 'D9', firstBlocks: false })).toEqual([lease, named])
})

it('a desk that was upgraded without a line prints from the station’s stock, until it hears of blocks', async () => {
  const desk = await makeDesk(2, withoutLeases)
  // As an older program took its package in: no word of blocks.
  await desk.store.database.meta.delete(lentFromPackageMark)
  await record(desk.store, walk(desk, 0, 2))
  expect(await isLent(desk.store)).toBe(false)
  expect(await print(desk)).toEqual([])
  await desk.store.write(() => ({ kind: 'leases-told', leases: [], answered: [], at: instantOfTests }))
  await record(desk.store, walk(desk, 1, 2))
  expect(await print(desk, 'D1', 1)).toEqual(['number-not-leased'])
})

it('however many requests wait, a message carries as many as the city takes', async () => {
  const desk = await makeDesk(2, withoutLeases)
  const requests = Array.from({ length: 45 }, () => ({
    id: crypto.randomUUID(),
    want: 'grant' as const,
    kind: 'certificate-blanks' as const,
    count: 1,
  }))
  await desk.store.write(() => ({ kind: 'leases-asked', requests, at: instantOfTests }))
  const city = lineOf((asked) => done(asked, []))
  for (let round = 0; round < 3; round += 1) await keep(desk, desk.store, city.line)
  expect(city.asked.map(({ requests: sent }) => sent.length)).toEqual([20, 20, 5])
  expect(await readLeaseRequests(desk.store)).toEqual([])
})

it('a city without blocks stops nothing, and what was asked is asked again', async () => {
  const desk = await makeDesk(2, withoutLeases)
  const fault = { code: 'no-such-address', message: '没有这个地址' }
  const old = lineOf(() => ({
    kind: 'answer',
    status: 404,
    contentType: 'application/json',
    body: JSON.stringify(fault),
  }))
  await keep(desk, desk.store, old.line)
  await keep(desk, desk.store, old.line)
  const [first, second] = old.asked.map(({ requests }) => requests.toSorted(byId))
  expect(first?.length).toBeGreaterThan(0)
  expect(second).toEqual(first)
})
