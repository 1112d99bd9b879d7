import { afterEach, describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { openReceipt } from '../../renderer/local/read.ts'
import { deliveryOf, readSendMarks, sentAtOf } from '../../renderer/local/send-marks.ts'
import { tellLine, useLine } from '../../renderer/sync/line-state.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { pullNew } from '../../renderer/sync/pull.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { pushAll, pushOldest } from '../../renderer/sync/push.ts'
import { WayMemory } from '../../renderer/sync/way-memory.ts'
import { verdictsPath } from '../../shared/sync/answer-later.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests, makeRegister, reissueActions } from '../builders/reissues.ts'
import { dumpOf } from './dump.ts'
import {
  closeDesks,
  firstOf,
  getCase,
  makeDesk,
  record,
  stands,
  walk,
  type MadeDesk,
  readOutbox,
} from './made-desk.ts'
import { makeScriptedCity, type Mishap, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

function senderOf({ station }: MadeDesk) {
  return { station: station.code, device: 'D1', introduce: introduced, now: () => instantOfTests }
}

function round(desk: MadeDesk, city: ScriptedCity): Promise<boolean> {
  return oneRound({ ...senderOf(desk), sample: true, store: desk.store, line: city, chance: () => 0 })
}

async function waitingIds({ store }: MadeDesk): Promise<string[]> {
  return (await readOutbox(store, 1000)).map(({ id }) => id)
}

/** Where each action of the outbox stands on its way, and when it went on it. */
async function deliveriesAt({ store }: MadeDesk) {
  const marks = await readSendMarks(store.database)
  const rows = await store.database.outbox.orderBy('place').toArray()
  return rows.map((row) => [deliveryOf(row, undefined, marks), sentAtOf(row, marks)])
}

/** A desk with two whole reissues waiting for the line. */
async function fullDesk() {
  const desk = await makeDesk()
  const actions = [...walk(desk, 0), ...walk(desk, 1)]
  await record(desk.store, actions)
  return { desk, city: makeScriptedCity(), ids: actions.map(({ id }) => id) }
}

/** A line on which each post, or each with that action in it, is answered with a fault of status 400. */
function answersPosts(city: ScriptedCity, fault: { code: string; message: string }, id = ''): LinePort {
  const answer = {
    kind: 'answer',
    status: 400,
    contentType: 'application/json',
    body: JSON.stringify(fault),
  } as const
  return {
    exchange: (method, path, body) =>
      method === 'POST' && typeof body === 'string' && body.includes(id)
        ? Promise.resolve(answer)
        : city.exchange(method, path, body),
  }
}

describe('sending', () => {
  it('marks before it sends', async () => {
    const { desk, city, ids } = await fullDesk()
    const seen: (string | undefined)[][] = []
    city.watch(async () => void seen.push(...(await deliveriesAt(desk))))
    await pushOldest(desk.store, city, senderOf(desk))
    expect(seen).toEqual(ids.map(() => ['sent', instantOfTests]))
  })

  it('marks a message only when its own bytes go: cut in the first of two, the second still waits', async () => {
    const desk = await makeDesk(21)
    for (let n = 0; n < 21; n += 1) await record(desk.store, walk(desk, n))
    const city = makeScriptedCity()
    city.script('no-line')
    expect(await pushAll(desk.store, city, senderOf(desk))).toMatchObject({ kind: 'retry' })
    const states = (await deliveriesAt(desk)).map(([state]) => state)
    expect(states).toEqual(states.map((_, at) => (at < 100 ? 'sent' : 'waiting')))
    expect(states).toHaveLength(105)
  })

  it('sends oldest first, and shows the receipt of each', async () => {
    const { desk, city, ids } = await fullDesk()
    expect(await round(desk, city)).toBe(true)
    expect(city.posted).toEqual([ids])
    expect(await waitingIds(desk)).toEqual([])
    const receipts = await desk.store.database.receipts.bulkGet(ids)
    expect(receipts.map((row) => row?.receipt)).toEqual(ids.map((_, at) => `受${at + 1}`))
  })

  it('rests from the moment in which somebody pauses the line, also in the middle of a round', async () => {
    const { desk, city, ids } = await fullDesk()
    city.takeAtMost(5)
    city.watch(async () => {
      if (city.posted.length === 1) tellLine('paused', '', instantOfTests)
    })
    await round(desk, city)
    expect(useLine.getState().status).toBe('paused')
    expect(await waitingIds(desk)).toEqual(ids.slice(5))
    tellLine('unknown', '', instantOfTests)
    expect(await round(desk, city)).toBe(true)
    expect(useLine.getState().status).toBe('up')
    expect(await waitingIds(desk)).toEqual([])
  })

  it('makes messages larger while the line is quick about them', async () => {
    const desk = await makeDesk(61)
    const city = makeScriptedCity()
    for (let n = 0; n < 61; n += 1) await record(desk.store, walk(desk, n))
    expect(await pushAll(desk.store, city, senderOf(desk))).toEqual({ kind: 'empty' })
    expect(city.posted.map((ids) => ids.length)).toEqual([100, 200, 5])
  })

  it('waits for the verdicts of a busy city, and sends nothing twice meanwhile', async () => {
    const { desk, city, ids } = await fullDesk()
    city.keepAndJudgeAfter(2)
    expect(await round(desk, city)).toBe(true)
    expect(city.posted).toEqual([ids])
    expect(await waitingIds(desk)).toEqual([])
    const receipts = await desk.store.database.receipts.bulkGet(ids)
    expect(receipts.map((row) => row?.receipt)).toEqual(ids.map((_, at) => `受${at + 1}`))
  })

  it('keeps what a busy city has not judged when the line breaks, and has its verdicts on the next contact', async () => {
    const { desk, city, ids } = await fullDesk()
    city.keepAndJudgeAfter(0)
    const lineThatBreaks: LinePort = {
      exchange: (method, path, body) =>
        path === verdictsPath
          ? Promise.resolve({ kind: 'no-line', reason: 'cut' })
          : city.exchange(method, path, body),
    }
    expect(await round(desk, { ...city, ...lineThatBreaks })).toBe(false)
    expect(city.posted).toEqual([ids])
    expect(await waitingIds(desk)).toEqual(ids)
    expect(await deliveriesAt(desk)).toEqual(ids.map(() => ['kept', instantOfTests]))
    city.keepAndJudgeAfter(undefined)
    expect(await round(desk, city)).toBe(true)
    expect(await waitingIds(desk)).toEqual([])
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })

  it('sends again what a busy city lost before it judged', async () => {
    const { desk, city, ids } = await fullDesk()
    city.keepAndJudgeAfter(0)
    const lossy = {
      ...city,
      exchange: async (...given: Parameters<typeof city.exchange>) => {
        const answer = await city.exchange(...given)
        if (city.posted.length === 1 && given[1].includes('answer=later')) city.loseWhatIsKept()
        return answer
      },
    }
    expect(await round(desk, lossy)).toBe(false)
    expect(await waitingIds(desk)).toEqual(ids)
    expect(await round(desk, lossy)).toBe(true)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })

  it('sends again what lost its answer, and the city has it once', async () => {
    const { desk, city, ids } = await fullDesk()
    city.script('answer-lost', 'answer-lost')
    expect(await round(desk, city)).toBe(false)
    expect(await waitingIds(desk)).toEqual(ids)
    expect(await desk.store.database.receipts.count()).toBe(0)
    expect(await round(desk, city)).toBe(false)
    expect(await round(desk, city)).toBe(true)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
    expect(await waitingIds(desk)).toEqual([])
  })

  const keepers: readonly [Mishap, string][] = [
    ['no-line', 'down'],
    ['captive-portal', 'down'],
    ['foreign-json', 'down'],
    ['foreign-verdicts', 'down'],
    ['fault-500', 'down'],
    ['unknown-station', 'stopped'],
  ]
  it.each(keepers)('keeps everything after %s, and the strip says %s', async (mishap, status) => {
    const { desk, city, ids } = await fullDesk()
    city.script(mishap)
    expect(await round(desk, city)).toBe(false)
    expect(useLine.getState()).toMatchObject({ status })
    expect(useLine.getState().reason).toMatch(/[一-龥]/)
    expect(await waitingIds(desk)).toEqual(ids)
    expect(await desk.store.database.receipts.count()).toBe(0)
    expect(await round(desk, city)).toBe(true)
    expect(city.filed).toHaveLength(ids.length)
  })

  it.each([
    ['慢了 6 分钟', -6],
    ['快了 6 分钟', 6],
  ])(
    'keeps everything while the machine’s clock is %s off, and says how to mend it',
    async (words, minutes) => {
      const { desk, city, ids } = await fullDesk()
      const wrong = new Date(Date.parse(instantOfTests) + minutes * 60_000).toISOString()
      const pump = { ...senderOf(desk), sample: true, store: desk.store, line: city, chance: () => 0 }
      expect(await oneRound({ ...pump, now: () => wrong })).toBe(false)
      expect(useLine.getState()).toMatchObject({ status: 'stopped' })
      expect(useLine.getState().reason).toContain(words)
      expect(await waitingIds(desk)).toEqual(ids)
      expect(await round(desk, city)).toBe(true)
    },
  )

  it('halves a message that is too large until it fits', async () => {
    const { desk, city, ids } = await fullDesk()
    city.takeAtMost(3)
    expect(await round(desk, city)).toBe(true)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
    expect(Math.min(...city.posted.map((message) => message.length))).toBeLessThanOrEqual(3)
  })

  it('sets the one action aside that the city cannot read, with its reason, and sends the rest', async () => {
    const { desk, city, ids } = await fullDesk()
    const bad = must(ids[6], 'a second reissue')
    city.cannotRead(bad)
    expect(await round(desk, city)).toBe(true)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids.filter((id) => id !== bad))
    const open = await desk.store.database.receipts.where('open').equals(1).toArray()
    expect(open.map(({ id }) => id)).toEqual([bad])
    const { refusals } = await openReceipt(desk.store, firstOf(open))
    expect(refusals).toMatchObject([{ code: 'unreadable-at-city', message: expect.stringMatching(/facts/) }])
    expect(await desk.store.database.actions.get(bad)).toBeDefined()
  })

  it.each([
    ['is of another version, as in a rollback', { code: 'protocol-version', message: '版本不一致。' }],
    ['gets a message that was mangled on the way', { code: 'unreadable', message: '读不懂发来的内容。' }],
  ])('sets nothing aside while the city %s, and sends it when that is over', async (_what, fault) => {
    const { desk, city, ids } = await fullDesk()
    const way = new WayMemory()
    const pump = { ...senderOf(desk), sample: true, store: desk.store, chance: () => 0, way }
    const line = answersPosts(city, fault)
    expect(await oneRound({ ...pump, line })).toBe(false)
    expect(await oneRound({ ...pump, line })).toBe(false)
    expect(useLine.getState()).toMatchObject({
      status: 'down',
      reason: expect.stringContaining(fault.message),
    })
    expect(await waitingIds(desk)).toEqual(ids)
    expect(await desk.store.database.receipts.count()).toBe(0)
    expect(await oneRound({ ...pump, line: city })).toBe(true)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })

  it('sets a step aside that came unreadable at three contacts, and only that one', async () => {
    const { desk, city, ids } = await fullDesk()
    const pump = { ...senderOf(desk), sample: true, store: desk.store, chance: () => 0, way: new WayMemory() }
    const bad = must(ids[3], 'a fourth step')
    const line = answersPosts(city, { code: 'unreadable', message: '读不懂发来的内容。' }, bad)
    expect([await oneRound({ ...pump, line }), await oneRound({ ...pump, line })]).toEqual([false, false])
    expect(await desk.store.database.receipts.where('open').equals(1).count()).toBe(0)
    expect(await oneRound({ ...pump, line })).toBe(true)
    const open = await desk.store.database.receipts.where('open').equals(1).toArray()
    expect(open.map(({ id }) => id)).toEqual([bad])
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids.filter((id) => id !== bad))
  })

  it('leaves a refusal closed that came by stick and was decided on, when the line says it once more', async () => {
    const { desk, city, ids } = await fullDesk()
    const last = must(ids.at(-1), 'a last step')
    city.refuse(last)
    const refusals = [{ code: 'original-not-standing', message: '原证已经在别处作废。' }]
    city.watch(async () => {
      await stands(desk.store, { kind: 'answered', verdicts: [{ id: last, outcome: 'refused', refusals }] })
      await stands(desk.store, {
        kind: 'refusal-closed',
        id: last,
        by: '样例',
        note: '照市局',
        at: instantOfTests,
      })
    })
    expect(await pushAll(desk.store, city, senderOf(desk))).toEqual({ kind: 'empty' })
    expect(await desk.store.database.receipts.where('open').equals(1).count()).toBe(0)
    expect(await waitingIds(desk)).toEqual([])
  })

  it('keeps a refusal on the desk with the reason of the city', async () => {
    const { desk, city, ids } = await fullDesk()
    city.refuse(must(ids[9], 'a last step'))
    expect(await round(desk, city)).toBe(true)
    const open = await desk.store.database.receipts.where('open').equals(1).toArray()
    expect(open).toMatchObject([{ id: ids[9], outcome: 'refused' }])
    expect((await openReceipt(desk.store, firstOf(open))).refusals).toMatchObject([
      { message: '原证已经在别处作废。' },
    ])
  })

  it('sends the unsent work of a starting package in the order in which it was done', async () => {
    const desk = await makeDesk(6, (station) => ({
      records: makeRegister(station, 6),
      unsent: Array.from({ length: 6 }, (_, n) => reissueActions({ station, n })).flat(),
    }))
    const city = makeScriptedCity()
    expect(await round(desk, city)).toBe(true)
    expect(city.posted).toEqual([
      Array.from({ length: 6 }, (_, n) => walk(desk, n).map(({ id }) => id)).flat(),
    ])
  })
})

/** A desk whose reissue carries a question to the city, and the city's answer to it. */
async function askingDesk(value: 'landed' | 'not-landed') {
  const desk = await makeDesk(1)
  const actions = reissueActions({ station: desk.station, n: 0, landingCheck: 'unknown' })
  await record(desk.store, actions)
  const city = makeScriptedCity()
  expect(await round(desk, city)).toBe(true)
  const last = must(actions.at(-1), 'a last step')
  const { questions } = await getCase(desk.store, last)
  const by = { userId: 'city', name: '市局', role: 'city' as const, policeNumber: '' }
  const facts = { questionId: firstOf(questions).id, value }
  const base = { case: actions.length, records: {} }
  city.fileFromElsewhere({
    ...last,
    id: crypto.randomUUID(),
    step: 'cityAnswer',
    by,
    facts,
    base,
    device: 'city',
  })
  return { desk, city, last }
}

describe('fetching', () => {
  it.each(['landed', 'not-landed'] as const)('lands the answer "%s" on the case, once', async (value) => {
    const { desk, city, last } = await askingDesk(value)
    expect(await round(desk, city)).toBe(true)
    const caseFile = await getCase(desk.store, last)
    expect(caseFile.questions).toMatchObject([{ answer: { value }, conflict: value === 'landed' }])
    expect(await desk.store.database.outbox.count()).toBe(0)
    const before = await dumpOf(desk.store.database)
    expect(await round(desk, city)).toBe(true)
    expect(await dumpOf(desk.store.database)).toEqual(before)
  })

  it('takes an own action off the outbox that comes back filed, when its answer was lost', async () => {
    const { desk, city, ids } = await fullDesk()
    city.handOutAtMost(3)
    city.script('answer-lost')
    expect(await round(desk, city)).toBe(false)
    expect(city.filed).toHaveLength(ids.length)
    expect(await pullNew(desk.store, city, desk.station.code)).toEqual({
      kind: 'complete',
      count: ids.length,
    })
    expect(await waitingIds(desk)).toEqual([])
    expect(await desk.store.database.actions.count()).toBe(ids.length)
    expect(await desk.store.database.receipts.count()).toBe(ids.length)
  })
})
