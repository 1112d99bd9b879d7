import { setTimeout as wait } from 'node:timers/promises'
import type { City } from '../city.ts'
import type { Watch } from '../receive/watch.ts'
import { stationsThatWait, takeBackIntoLine } from './inbox-rows.ts'
import { judgeOldest } from './judge-oldest.ts'
import { Pauses } from './pauses.ts'

/** Stations whose messages are judged at the same time. */
const lanes = 4
/** How often it is looked for messages that another process kept and did not live to judge, milliseconds. */
const lookAround = 5_000
/** Longest that new messages go before a kept one, milliseconds: under a load without end it still moves on. */
const longestYield = 3_000
const glance = 20

export interface Parts extends Watch {
  readonly city: City
  /** New messages are coming in, and taking them goes before judging. */
  readonly isCrowded: () => boolean
  /** How long after a message behind which more was announced its station counts as still sending, milliseconds. */
  readonly betweenMessages: number
}

/** Judges kept messages, one after the other of a station and several stations at a time, whenever there is room for it. */
export class Judging {
  #stopped = false
  #running: Promise<void> | undefined
  #wake = new AbortController()
  readonly #listeners = new Map<string, Set<() => void>>()
  /** Stations whose message could not be judged: others go before them. */
  readonly #resting = new Pauses()
  /** Stations that send more: what is judged meanwhile takes the server from a line that may be there for minutes only. */
  readonly #sending = new Pauses()

  constructor(private readonly parts: Parts) {}

  /** Who is told of what is judged or put aside, here or in front of another message. */
  get told(): Omit<Watch, 'reportFault'> {
    const { keptJudged, keptPutAside } = this.parts
    return { ...(keptJudged ? { keptJudged } : {}), ...(keptPutAside ? { keptPutAside } : {}) }
  }

  start(): void {
    this.#running ??= this.#run()
  }

  async stop(): Promise<void> {
    this.#stopped = true
    this.nudge()
    await this.#running
  }

  /** A message was kept. */
  nudge(): void {
    this.#wake.abort()
  }

  /** A message was kept, and the station sends more. */
  moreComesFrom(station: string): void {
    const { betweenMessages } = this.parts
    this.#sending.pause(station, betweenMessages)
    // A millisecond more, so that the pause is over by then.
    void wait(betweenMessages + 1, undefined, { ref: false }).then(() => this.nudge())
  }

  /** The station asks for its verdicts. */
  allCameFrom(station: string): void {
    this.#sending.end(station)
  }

  /** Resolves when a message of the station was judged here, or after so many milliseconds. */
  async untilJudged(station: string, milliseconds: number): Promise<void> {
    const judged = new AbortController()
    const listener = () => judged.abort()
    const listeners = this.#listeners.get(station) ?? new Set()
    this.#listeners.set(station, listeners.add(listener))
    await sleep(milliseconds, judged.signal)
    listeners.delete(listener)
    if (listeners.size === 0) this.#listeners.delete(station)
  }

  async #run(): Promise<void> {
    // This program may read what the one before it could not.
    await takeBackIntoLine(this.parts.city.database).catch(this.parts.reportFault)
    while (!this.#stopped) {
      this.#wake = new AbortController()
      const judged = await this.#judgeSome().catch((fault: unknown) => {
        if (!this.#stopped) this.parts.reportFault(fault)
        return 0
      })
      if (judged === 0 && !this.#stopped) await sleep(lookAround, this.#wake.signal)
    }
  }

  /** One message of each of some stations; how many were judged. */
  async #judgeSome(): Promise<number> {
    const most = lanes + this.#resting.size + this.#sending.size
    const waiting = await stationsThatWait(this.parts.city.database, most)
    const stations = waiting
      .filter((station) => !this.#resting.isOn(station) && !this.#sending.isOn(station))
      .slice(0, lanes)
    if (stations.length === 0) return 0
    await this.#letOthersGo()
    const judged = await Promise.all(stations.map((station) => this.#judgeOldestOf(station)))
    return judged.filter(Boolean).length
  }

  /** What fails stays, and is tried again after a rest. */
  async #judgeOldestOf(station: string): Promise<boolean> {
    const { city, reportFault } = this.parts
    try {
      const judged = await judgeOldest(city, station, this.parts)
      for (const tell of this.#listeners.get(station) ?? []) tell()
      return judged
    } catch (fault) {
      reportFault(fault)
      this.#resting.pause(station, lookAround)
      return false
    }
  }

  async #letOthersGo(): Promise<void> {
    const until = performance.now() + longestYield
    while (this.parts.isCrowded() && !this.#stopped && performance.now() < until) await wait(glance)
  }
}

/** An end before its time is no fault. */
function sleep(milliseconds: number, signal: AbortSignal): Promise<unknown> {
  return wait(milliseconds, undefined, { signal, ref: false }).catch(() => undefined)
}
