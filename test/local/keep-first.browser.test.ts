import { afterEach, describe, expect, it, vi } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import { deliveryOf, readSendMarks } from '../../renderer/local/send-marks.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { oneRound, startPump } from '../../renderer/sync/pump.ts'
import { pushAll } from '../../renderer/sync/push.ts'
import { actionsToKeepPath, verdictsPath } from '../../shared/sync/answer-later.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, makeDesk, openStore, readOutbox, record, walk, type MadeDesk } from './made-desk.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

/** Two messages: 100 actions, and what is left. */
const walks = 21

function senderOf({ station }: MadeDesk) {
  return { station: station.code, device: 'D1', introduce: introduced, now: () => instantOfTests }
}

function round(desk: MadeDesk, store: DeskStore, line: LinePort): Promise<boolean> {
  return oneRound({ ...senderOf(desk), sample: true, store, line, chance: () => 0 })
}

async function backlog() {
  const desk = await makeDesk(walks + 1)
  const city = makeScriptedCity()
  city.knowsToKeepFirst()
  const ids: string[] = []
  for (let n = 0; n < walks; n += 1) {
    const actions = walk(desk, n)
    await record(desk.store, actions)
    ids.push(...actions.map(({ id }) => id))
  }
  return { desk, city, ids }
}

async function deliveriesAt({ database }: DeskStore) {
  const marks = await readSendMarks(database)
  const rows = await database.outbox.orderBy('place').toArray()
  return rows.map((row) => deliveryOf(row, undefined, marks))
}

const waiting = async (store: DeskStore) => (await readOutbox(store, 1000)).map(({ id }) => id)

/** A line that breaks at the n-th exchange of one kind. */
function breaksAt(city: ScriptedCity, isMeant: (path: string) => boolean, n: number): LinePort {
  let seen = 0
  return {
    exchange: (method, path, body) => {
      if (isMeant(path)) seen += 1
      return isMeant(path) && seen === n
        ? Promise.resolve({ kind: 'no-line', reason: 'cut' })
        : city.exchange(method, path, body)
    },
  }
}

describe('a backlog on a line that may be there for minutes only', () => {
  it('is safe at the city, all of it, before the desk asks what became of any', async () => {
    const { desk, city, ids } = await backlog()
    expect(await pushAll(desk.store, city, senderOf(desk))).toEqual({ kind: 'kept' })
    expect(city.posted.map((message) => message.length)).toEqual([100, 5])
    expect(city.paths).toEqual([actionsToKeepPath, actionsToKeepPath])
    expect(city.filed).toEqual([])
    expect(new Set(await deliveriesAt(desk.store))).toEqual(new Set(['kept']))
    expect(await round(desk, desk.store, city)).toBe(true)
    expect(city.posted).toHaveLength(2)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
    expect(await waiting(desk.store)).toEqual([])
  })

  it('asks for one verdict, and has the others from what the city hands out anyway', async () => {
    const { desk, city, ids } = await backlog()
    expect(await round(desk, desk.store, city)).toBe(true)
    expect(city.paths.filter((path) => path === verdictsPath)).toHaveLength(1)
    const receipts = await desk.store.database.receipts.bulkGet(ids)
    expect(receipts.map((row) => [row?.outcome, row?.receipt, row?.sentAt])).toEqual(
      ids.map((_, at) => ['received', `受${at + 1}`, instantOfTests]),
    )
  })

  it('brings the refused ones to the desk with their reasons', async () => {
    const { desk, city, ids } = await backlog()
    const refused = [must(ids[7], 'a second case'), must(ids.at(-1), 'the last')]
    for (const id of refused) city.refuse(id)
    expect(await round(desk, desk.store, city)).toBe(true)
    const open = await desk.store.database.receipts.where('open').equals(1).toArray()
    expect(open.map(({ id }) => id).sort()).toEqual(refused.sort())
    expect(await waiting(desk.store)).toEqual([])
  })

  it('goes on after a cut with the message that was cut, and nothing before it', async () => {
    const { desk, city, ids } = await backlog()
    const line = breaksAt(city, (path) => path === actionsToKeepPath, 2)
    expect(await round(desk, desk.store, line)).toBe(false)
    expect(await deliveriesAt(desk.store)).toEqual(ids.map((_, at) => (at < 100 ? 'kept' : 'sent')))
    expect(await round(desk, desk.store, line)).toBe(true)
    expect(city.posted.map((message) => message.length)).toEqual([100, 5])
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })

  it('is known to be kept message by message, however many were under way when the line broke', async () => {
    const { desk, city, ids } = await backlog()
    const line = breaksAt(city, (path) => path === actionsToKeepPath, 4)
    const pushed = await pushAll(desk.store, line, { ...senderOf(desk), firstMessage: 10 })
    expect(pushed.kind).toBe('retry')
    expect(city.posted.map((message) => message.length)).toEqual([10, 20, 40])
    expect(await deliveriesAt(desk.store)).toEqual(ids.map((_, at) => (at < 70 ? 'kept' : 'sent')))
  })

  it('is not sent again by a program that ended before it knew the verdicts', async () => {
    const { desk, city, ids } = await backlog()
    const line = breaksAt(city, (path) => path === verdictsPath, 1)
    expect(await round(desk, desk.store, line)).toBe(false)
    desk.store.close()
    const { store } = await openStore(desk.name, desk.journal)
    expect(new Set(await deliveriesAt(store))).toEqual(new Set(['kept']))
    expect(await round(desk, store, city)).toBe(true)
    expect(city.posted).toHaveLength(2)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
    expect(await waiting(store)).toEqual([])
  })
})

describe('while the city judges what it keeps', () => {
  it('what is recorded meanwhile goes up before it has judged', async () => {
    const { desk, city, ids } = await backlog()
    city.keepAndJudgeAfter(2)
    const other = walk(desk, walks)
    let asked = 0
    const line: LinePort = {
      exchange: async (method, path, body) => {
        if (path === verdictsPath) asked += 1
        if (path === verdictsPath && asked === 1) await record(desk.store, other)
        return city.exchange(method, path, body)
      },
    }
    expect(await round(desk, desk.store, line)).toBe(true)
    const posts = city.paths.flatMap((path, at) => (path === actionsToKeepPath ? [at] : []))
    const questions = city.paths.flatMap((path, at) => (path === verdictsPath ? [at] : []))
    expect(city.posted.at(-1)).toEqual(other.map(({ id }) => id))
    expect(must(posts.at(-1), 'it was posted')).toBeLessThan(must(questions.at(-1), 'it was asked'))
    expect(city.filed.map(({ action }) => action.id)).toEqual([...ids, ...other.map(({ id }) => id)])
  })

  it('and never ends, the round ends as a contact all the same, and what follows a good round goes on', async () => {
    const { desk, city, ids } = await backlog()
    city.keepAndJudgeAfter(Number.POSITIVE_INFINITY)
    const afterGoodRound = vi.fn(() => Promise.resolve())
    const { stop } = startPump({
      ...senderOf(desk),
      sample: true,
      store: desk.store,
      line: city,
      chance: () => 0,
      afterGoodRound,
    })
    await vi.waitFor(() => expect(afterGoodRound).toHaveBeenCalled(), { timeout: 10_000 })
    stop()
    expect(useLine.getState()).toMatchObject({ status: 'up', lastContact: instantOfTests })
    expect(await waiting(desk.store)).toEqual(ids)
    expect(new Set(await deliveriesAt(desk.store))).toEqual(new Set(['kept']))
  })
})

it('a nudge in the middle of a round begins the next one at once, not after the rest', async () => {
  const { desk, city } = await backlog()
  let contacts = 0
  const line: LinePort = {
    exchange: (method, path, body) => {
      if (path === '/v1/health') contacts += 1
      if (path.includes('after=') && contacts === 1) pump.nudge()
      return city.exchange(method, path, body)
    },
  }
  const people = { ...senderOf(desk), sample: true, chance: () => 0 }
  const pump = startPump({ ...people, store: desk.store, line })
  await vi.waitFor(() => expect(contacts).toBe(2), { timeout: 8000 })
  pump.stop()
  // The second round comes to its end.
  const fetched = () => city.paths.filter((path) => path.includes('after=')).length
  await vi.waitFor(() => expect(fetched()).toBe(2), { timeout: 10_000 })
})
