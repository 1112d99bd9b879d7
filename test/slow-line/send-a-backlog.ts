import { exchange } from '../../electron/services/line/line.ts'
import { contentOf } from '../../renderer/sync/judge-answer.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { makeAhead } from '../../renderer/sync/make-ahead.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { WayMemory } from '../../renderer/sync/way-memory.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { messageAtCitySchema } from '../../shared/sync/messages.ts'
import { introduced } from '../builders/authors.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { fetchOver } from '../server/city-process.ts'
import { openDesk, record, secondsSince } from './send-a-day.ts'

interface Backlog {
  readonly address: string
  readonly station: MadeStation
  readonly records: readonly RegisterRecord[]
  /** Reissues of five actions each. */
  readonly cases: number
}

/** What came of it. Seconds are whole; `faults` names what should not be, and is empty when all is well. */
export interface BacklogSent {
  readonly actions: number
  readonly rounds: number
  readonly seconds: number
  /** Actions of each message that went out, in their order. */
  readonly messages: readonly number[]
  readonly faults: readonly string[]
}

/** Rounds after which the backlog counts as not sent. */
const mostRounds = 20

/** What piled up while there was no line, its messages made meanwhile as the desk does, over the line when it is back. */
export async function sendABacklog({ address, station, records, cases }: Backlog): Promise<BacklogSent> {
  const actions = Array.from({ length: cases }, (_, n) => reissueActions({ station, n })).flat()
  const store = await openDesk({ station, records })
  for (const action of actions) await record(store, action)
  await makeAhead(store, { station: station.code, device: 'D1' })
  const messages: number[] = []
  const line: LinePort = {
    exchange: (method, path, body) => {
      const message = messageAtCitySchema.safeParse(body && contentOf(body))
      if (message.success) messages.push(message.data.actions.length)
      const question = { method, path, ...(body === undefined ? {} : { body }) }
      return exchange(fetch, { address, token: station.token }, question)
    },
  }
  const here = { store, line, station: station.code, device: 'D1', sample: true, chance: Math.random }
  const desk = { ...here, introduce: introduced, now: () => new Date().toISOString(), way: new WayMemory() }
  const began = performance.now()
  let rounds = 0
  while ((await store.database.outbox.count()) > 0 && rounds < mostRounds) {
    rounds += 1
    await oneRound(desk)
  }
  const seconds = secondsSince(began)
  const left = await store.database.outbox.count()
  const filed = await fetchOver(address, station)
  store.close()
  const faults = [
    ...(left === 0
      ? []
      : [`${left} actions did not go up in ${rounds} rounds: ${useLine.getState().reason}`]),
    ...(filed.length === actions.length ? [] : [`the city has ${filed.length} of ${actions.length} actions`]),
  ]
  return { actions: actions.length, rounds, seconds, messages, faults }
}
