import * as fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { messageAtCitySchema, type Protocol } from '../../shared/sync/messages.ts'
import { contentOf } from '../../renderer/sync/judge-answer.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { makeAhead } from '../../renderer/sync/make-ahead.ts'
import { startPump } from '../../renderer/sync/pump.ts'
import { pushAll } from '../../renderer/sync/push.ts'
import { introduced } from '../builders/authors.ts'
import { instantOfTests } from '../builders/reissues.ts'
import { closeDesks, makeDesk, rebuildStore, record, stands, walk, type MadeDesk } from './made-desk.ts'
import { makeScriptedCity, type ScriptedCity } from './scripted-city.ts'

afterEach(closeDesks)

async function deskWith(walks: number) {
  const desk = await makeDesk(walks)
  const actions = Array.from({ length: walks }, (_, n) => walk(desk, n)).flat()
  await record(desk.store, actions)
  return { desk, city: makeScriptedCity(), ids: actions.map(({ id }) => id) }
}

function senderOf({ station }: MadeDesk, protocol: Protocol = 3) {
  return { station: station.code, device: 'D1', now: () => instantOfTests, protocol }
}

/** The city's word on it came another way, by stick perhaps. */
async function answer({ store }: MadeDesk, id: string): Promise<void> {
  const refusals = [{ code: 'elsewhere', message: '已由U盘回执退回。' }]
  await stands(store, { kind: 'answered', verdicts: [{ id, outcome: 'refused', refusals }] })
}

/** A line on which whoever waits gives up before a message of more actions than so many is through. */
function lineTooSlowFor(city: ScriptedCity, most: number) {
  const givenUp: number[] = []
  let contacts = 0
  const line: LinePort = {
    exchange: async (method, path, body) => {
      if (path === '/v1/health') contacts += 1
      const message = messageAtCitySchema.safeParse(body && contentOf(body))
      if (!message.success || message.data.actions.length <= most) return city.exchange(method, path, body)
      givenUp.push(message.data.actions.length)
      return { kind: 'no-line', reason: 'timeout' }
    },
  }
  return { line, givenUp, contacts: () => contacts }
}

describe('a message made while there was no line', () => {
  it('goes out as it was made, and what came after it behind it', async () => {
    const { desk, city, ids } = await deskWith(3)
    await makeAhead(desk.store, senderOf(desk), 4)
    expect(await desk.store.database.readyMessages.count()).toBe(3)
    expect(await pushAll(desk.store, city, { ...senderOf(desk), firstMessage: 1 })).toEqual({ kind: 'empty' })
    expect(city.posted.map((message) => message.length)).toEqual([4, 4, 4, 3])
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
    expect(await desk.store.database.readyMessages.count()).toBe(0)
  })

  it('is sealed: nothing of the people in it lies beside their rows', async () => {
    const { desk } = await deskWith(1)
    await makeAhead(desk.store, senderOf(desk), 5)
    const row = must(await desk.store.database.readyMessages.toCollection().first(), 'one was made')
    const opened = await desk.store.codec.openBytes(row.sealed, `readyMessages/${row.upTo}`)
    const name = desk.station.clerk.name
    const hasName = (bytes: Uint8Array) => new TextDecoder().decode(bytes).includes(name)
    expect([hasName(opened), hasName(row.sealed)]).toEqual([true, false])
    await expect(desk.store.codec.openBytes(row.sealed, 'readyMessages/0')).rejects.toThrow(/cannot be read/)
  })

  it.each([
    ['as long as it was made to a city that reads so many', 1000, [1000, 25]],
    [
      'in halves to a city of before, and what follows no longer than that one reads',
      500,
      [1000, 500, 500, 25],
    ],
  ])('goes out %s', { timeout: 60_000 }, async (_how, reads, lengths) => {
    const { desk, city, ids } = await deskWith(205)
    city.takeAtMost(reads, 400)
    await makeAhead(desk.store, senderOf(desk))
    expect(await pushAll(desk.store, city, senderOf(desk))).toEqual({ kind: 'empty' })
    expect(city.posted.map((message) => message.length)).toEqual(lengths)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })

  it('is not used for a city that speaks an older version', async () => {
    const { desk, city } = await deskWith(3)
    await makeAhead(desk.store, senderOf(desk), 4)
    await pushAll(desk.store, city, senderOf(desk, 1))
    expect(city.posted.map((message) => message.length)).toEqual([15])
  })

  it('does not outlive the rows that it was made of', async () => {
    const { desk } = await deskWith(2)
    await makeAhead(desk.store, senderOf(desk), 4)
    desk.store.close()
    const { store } = await rebuildStore(desk.name, desk.journal)
    expect(await store.database.outbox.count()).toBe(10)
    expect(await store.database.readyMessages.count()).toBe(0)
  })

  it('whatever sizes were made and whatever was answered meanwhile, what waits goes out in its order, once', async () => {
    const rounds = fc.array(
      fc.oneof(
        fc.record({ make: fc.integer({ min: 1, max: 7 }) }),
        fc.record({ answer: fc.integer({ min: 0, max: 14 }) }),
      ),
      { maxLength: 5 },
    )
    await fc.assert(
      fc.asyncProperty(rounds, fc.integer({ min: 1, max: 9 }), async (happened, firstMessage) => {
        const { desk, city, ids } = await deskWith(3)
        const answered = new Set<string>()
        for (const each of happened) {
          if ('make' in each) await makeAhead(desk.store, senderOf(desk), each.make)
          else {
            const id = must(ids[each.answer], 'one of fifteen')
            if (!answered.has(id)) await answer(desk, id)
            answered.add(id)
          }
        }
        await pushAll(desk.store, city, { ...senderOf(desk), firstMessage })
        expect(city.posted.flat()).toEqual(ids.filter((id) => !answered.has(id)))
        closeDesks()
      }),
      { numRuns: 12 },
    )
  })

  it('that is too long for a slow line is not posted the same for ever: the backlog goes up in smaller ones', async () => {
    const { desk, city, ids } = await deskWith(241)
    city.speaksNewest()
    await makeAhead(desk.store, senderOf(desk))
    const { line, givenUp, contacts } = lineTooSlowFor(city, 200)
    const { store } = desk
    const { stop } = startPump({
      ...senderOf(desk),
      store,
      line,
      introduce: introduced,
      sample: true,
      chance: () => 0,
    })
    await vi.waitFor(async () => expect(await store.database.outbox.count()).toBe(0), { timeout: 30_000 })
    stop()
    await vi.waitFor(() => expect(useLine.getState().status).toBe('up'), { timeout: 30_000 })
    expect(givenUp).toEqual([1000, 500, 250])
    expect(contacts()).toBe(4)
    expect(city.filed.map(({ action }) => action.id)).toEqual(ids)
  })
})
