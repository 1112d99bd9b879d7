import { mostClockDrift } from '../../shared/sync/clock-drift.ts'
import { healthSchema, protocolVersion } from '../../shared/sync/messages.ts'
import { protocolWith } from './agree-on-protocol.ts'
import type { DeskStore } from '../local/desk-store.ts'
import type { Arrivals } from './arrivals.ts'
import { waitBefore } from './backoff.ts'
import { judgeAnswer } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'
import { isPaused, tellRound, useLine } from './line-state.ts'
import { makeAhead } from './make-ahead.ts'
import { pullNew } from './pull.ts'
import { pushAll } from './push.ts'
import { settleKept } from './settle-kept.ts'
import { WayMemory } from './way-memory.ts'

/** How long a quiet, healthy line waits before it asks the city for news. */
const restBetweenRounds = 15_000
/** While the line is down the real endpoint is asked at least this often; the browser's word is not trusted. */
const longestProbe = 5_000

/** Whether the city has the keys of the people here; what they signed goes there only then. */
export type Introduced =
  { readonly outcome: 'known' } | { readonly outcome: 'retry' | 'stop'; readonly reason: string }

interface Pump {
  readonly store: DeskStore
  readonly line: LinePort
  /** Puts the keys of this machine's people on file at the city. */
  readonly introduce: () => Promise<Introduced>
  readonly station: string
  readonly device: string
  /** A practice station. */
  readonly sample: boolean
  readonly now: () => string
  readonly chance: () => number
  /** Actions in a first message; the usual number unless told otherwise. */
  readonly firstMessage?: number
  /** Keeps what came, from round to round, until it may be taken in. */
  readonly arrivals?: Arrivals
  /** What was learned about the way to the city, kept from round to round. */
  readonly way?: WayMemory
  /** What is done after each good round: blocks of numbers are asked for. */
  readonly afterGoodRound?: () => Promise<void>
}

function wrongClock(drift: number): string {
  const minutes = Math.round(Math.abs(drift) / 60_000)
  const way = drift > 0 ? '慢' : '快'
  return `本机时钟比市局${way}了 ${minutes} 分钟，先不发送，已存的不会丢。请管理员校准系统日期和时间，再点“现在就发送”。`
}

const otherPurpose = {
  true: '那边是正式的市局，练习站不能发送。请检查市局地址。',
  false: '那边是练习用的市局，正式派出所不能发送。请检查市局地址。',
} as const

const tooOld = '市局已经不收本机这个版本的报文，先不发送，已存的不会丢。请管理员升级本机程序。'

/** Nobody is waiting to be woken. */
const asleep = (): void => undefined

/** The line, and the longest rest that the city asked for on it since the last look, milliseconds. */
export function hearRests(line: LinePort): { readonly line: LinePort; readonly restAskedFor: () => number } {
  let asked = 0
  return {
    line: {
      exchange: async (...given) => {
        const answer = await line.exchange(...given)
        if (answer.kind === 'answer') asked = Math.max(asked, (answer.retryAfter ?? 0) * 1000)
        return answer
      },
    },
    restAskedFor: () => {
      const rest = asked
      asked = 0
      return rest
    },
  }
}

/** A city that is full says when to come again; with chance on top, so that not everybody comes at that second. */
export function restAfterFailure(failures: number, asked: number, chance: number): number {
  const own = Math.min(longestProbe, waitBefore(failures, chance))
  return asked > 0 ? asked + own : own
}

/**
 * Keeps sending and fetching, one round after the other, until stopped. `nudge` starts a round at once; in the middle of one,
 * which may be past what there is news of, the next one follows without a rest.
 */
export function startPump(given: Pump): { readonly nudge: () => void; readonly stop: () => void } {
  const pump = { ...given, way: given.way ?? new WayMemory() }
  const state = { stopped: false, nudged: false, failures: 0, wake: asleep }
  const { line, restAskedFor } = hearRests(pump.line)
  const run = async () => {
    while (!state.stopped) {
      state.nudged = false
      const good = isPaused() ? true : await oneRound({ ...pump, line })
      if (good && useLine.getState().status === 'up') await pump.afterGoodRound?.().catch(asleep)
      state.failures = good ? 0 : state.failures + 1
      if (!good) await useTheQuiet(pump).catch(asleep)
      const asked = restAskedFor()
      const wait = good ? restBetweenRounds : restAfterFailure(state.failures, asked, pump.chance())
      if (state.nudged || state.stopped) continue
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, wait)
        state.wake = () => {
          clearTimeout(timer)
          resolve()
        }
      })
    }
  }
  void run()
  return {
    nudge: () => {
      state.nudged = true
      state.wake()
    },
    stop: () => {
      state.stopped = true
      state.wake()
    },
  }
}

/** Without a line there is time: for what came over it before it broke, and for what will go out when it is back. */
async function useTheQuiet({ store, station, device, arrivals, way }: Pump): Promise<void> {
  await arrivals?.recall(store)
  if (arrivals?.isComplete && !arrivals.state.getState().heldBack) await arrivals.takeIn(store)
  await makeAhead(store, { station, device }, way?.longest)
}

/** One round: ask whether the city is there, send everything, fetch everything. True when nothing failed. */
export async function oneRound(pump: Pump): Promise<boolean> {
  const { store, line, station, now, arrivals } = pump
  try {
    const health = judgeAnswer(await line.exchange('GET', '/v1/health'), healthSchema)
    if (health.kind !== 'taken') return fail(health.reason, now())
    // Made-up people never reach a real city, nor real ones a practice city.
    if (health.value.sample !== pump.sample) return stop(otherPurpose[`${pump.sample}`], now())
    const protocol = protocolWith(health.value)
    if (!protocol) return stop(tooOld, now())
    const clockDrift = Date.parse(health.value.now) - Date.parse(now())
    useLine.setState({ clockDrift })
    // Times are evidence: what was done when must not depend on a battery in the machine.
    if (Math.abs(clockDrift) > mostClockDrift) return stop(wrongClock(clockDrift), now())
    if (protocol === protocolVersion) {
      const introduced = await pump.introduce()
      if (introduced.outcome === 'stop') return stop(introduced.reason, now())
      if (introduced.outcome === 'retry') return fail(introduced.reason, now())
    }
    const sender = { ...pump, protocol }
    const push = () => pushAll(store, line, sender)
    const pushed = await push()
    if (pushed.kind === 'stop') return stop(pushed.reason, now())
    if (pushed.kind === 'retry') return fail(pushed.reason, now())
    const pull = () => pullNew(store, line, station, arrivals)
    const pulled =
      pushed.kind === 'kept' ? await settleKept({ store, line, sender, pull, push }) : await pull()
    if (pulled.kind === 'stop') return stop(pulled.reason, now())
    if (pulled.kind === 'retry') return fail(pulled.reason, now())
    tellRound('up', '', now())
    return true
  } catch (fault) {
    return fail(fault instanceof Error ? `本机存储出了问题：${fault.message}` : '本机存储出了问题', now())
  }
}

function fail(reason: string, now: string): boolean {
  tellRound('down', reason, now)
  return false
}

function stop(reason: string, now: string): boolean {
  tellRound('stopped', reason, now)
  return false
}
