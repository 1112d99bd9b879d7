import { setTimeout as rest } from 'node:timers/promises'
import { v5 as nameBasedUuid } from 'uuid'
import { chunkBytes, sendAttachment } from '../../electron/services/line/send-attachment.ts'
import { exchange, type Fetch } from '../../electron/services/line/line.ts'
import { DeskStore } from '../../renderer/local/desk-store.ts'
import { contentOf } from '../../renderer/sync/judge-answer.ts'
import type { LinePort } from '../../renderer/sync/line-port.ts'
import { sendActionsSchema } from '../../shared/sync/messages.ts'
import { useLine } from '../../renderer/sync/line-state.ts'
import { oneRound } from '../../renderer/sync/pump.ts'
import { actionsPerMessage } from '../../renderer/sync/push.ts'
import { WayMemory } from '../../renderer/sync/way-memory.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import { attachAction, attachmentOf, digestOf, makePicture } from '../builders/pictures.ts'
import { reissueActions, type MadeStation } from '../builders/reissues.ts'
import { importOf } from '../local/made-desk.ts'
import { madeCodec } from '../local/made-codec.ts'
import { makeMemoryJournal } from '../local/memory-journal.ts'
import { fetchOver } from '../server/city-process.ts'
import { introduced } from '../builders/authors.ts'
import type { BadLink } from './bad-link.ts'

interface Day {
  readonly link: BadLink
  readonly address: string
  readonly station: MadeStation
  readonly records: readonly RegisterRecord[]
  /** Reissues of five actions each. */
  readonly cases: number
  readonly scans: number
}

/** What came of it. Seconds are whole; `faults` names what should not be, and is empty when all is well. */
export interface DaySent {
  readonly actions: number
  readonly rounds: number
  readonly secondsOfActions: number
  readonly actionsSentAgain: number
  readonly scans: number
  readonly scanBytes: number
  readonly secondsOfScans: number
  readonly scanBytesSentAgain: number
  readonly faults: readonly string[]
}

/** Milliseconds for which a cut line stays cut: longer than anybody waits for an answer. */
const cutFor = 15_000
/** Milliseconds into a message, so that the cut finds it half on its way. */
const middleOfAMessage = 1500
/** Rounds after which the day counts as not sent. */
const mostRounds = 60

/** A desk's day over the bad line, through the same store, pump, line and uploads as the program's. */
export async function sendADay(day: Day): Promise<DaySent> {
  const { station, address, cases, scans } = day
  const pictures = Array.from({ length: scans }, (_, n) => makePicture(n + 1, 400, 375))
  const actions = Array.from({ length: cases }, (_, n) =>
    withScans(
      reissueActions({ station, n }),
      pictures.filter((_picture, at) => at % cases === n),
    ),
  ).flat()
  const store = await openDesk(day)
  for (const action of actions) await record(store, action)
  const sent = await sendActions(day, store)
  const began = performance.now()
  const uploads = await sendScans(day, pictures)
  const secondsOfScans = secondsSince(began)
  const filed = await fetchOver(address, station)
  const faults = [
    ...sent.faults,
    ...uploads.faults,
    ...(filed.length === actions.length ? [] : [`the city has ${filed.length} of ${actions.length} actions`]),
    ...(new Set(filed.map(({ action }) => action.id)).size === filed.length
      ? []
      : ['an action is filed twice']),
  ]
  store.close()
  return {
    ...sent,
    actions: actions.length,
    scans,
    scanBytes: pictures.reduce((sum, { length }) => sum + length, 0),
    secondsOfScans,
    scanBytesSentAgain: uploads.sentAgain,
    faults,
  }
}

/** A walk whose case names its scans after it was taken in; what follows stands on the case as that left it. */
function withScans(walk: readonly Action[], pictures: readonly Buffer[]): Action[] {
  const [accept, ...later] = walk
  if (!accept || pictures.length === 0) return [...walk]
  const attach = attachAction(
    accept,
    nameBasedUuid(accept.id, accept.caseId),
    pictures.map((bytes) => attachmentOf(bytes)),
  )
  const shifted = later.map((action) => ({ ...action, base: { ...action.base, case: action.base.case + 1 } }))
  return [accept, attach, ...shifted]
}

export async function openDesk({ station, records }: Pick<Day, 'station' | 'records'>): Promise<DeskStore> {
  const parts = {
    codec: madeCodec,
    journal: makeMemoryJournal(),
    name: `slow-line-${station.code}-${Date.now()}`,
  }
  const { store } = await DeskStore.open(parts)
  const imported = await store.write(() => importOf(station, records))
  if (!imported.ok) throw new Error('the register did not go in')
  return store
}

export async function record(store: DeskStore, action: Action): Promise<void> {
  const written = await store.write(() => ({ kind: 'recorded', action }))
  if (!written.ok) throw new Error(written.refusals.map(({ message }) => message).join('；'))
}

/** A message is on its way, then nothing passes for a while: whoever waits for an answer gives up and comes again. */
async function cutInTheMiddle(link: BadLink): Promise<void> {
  await rest(middleOfAMessage)
  link.cut()
  await rest(cutFor)
  link.mend()
}

/** Rounds of the desk's own pump until the outbox is empty; the line is cut while the first message is on its way. */
async function sendActions({ link, address, station }: Day, store: DeskStore) {
  const began = performance.now()
  const all = await store.database.outbox.count()
  let wentOut = 0
  const line: LinePort = {
    exchange: async (method, path, body) => {
      const question = { method, path, ...(body === undefined ? {} : { body }) }
      const message = sendActionsSchema.safeParse(body && contentOf(body))
      if (!message.success) return exchange(fetch, { address, token: station.token }, question)
      const isFirst = wentOut === 0
      wentOut += message.data.actions.length
      const answer = exchange(fetch, { address, token: station.token }, question)
      if (isFirst) await cutInTheMiddle(link)
      return answer
    },
  }
  const way = new WayMemory()
  const desk = { store, line, station: station.code, device: 'D1', sample: true, chance: Math.random, way }
  let rounds = 0
  let isSent = false
  while (!isSent && rounds < mostRounds) {
    rounds += 1
    isSent =
      (await oneRound({ ...desk, introduce: introduced, now: () => new Date().toISOString() })) &&
      (await store.database.outbox.count()) === 0
  }
  const sentAgain = wentOut - all
  return {
    rounds,
    secondsOfActions: secondsSince(began),
    actionsSentAgain: sentAgain,
    faults: [
      ...(isSent ? [] : [`the day did not go up in ${rounds} rounds: ${useLine.getState().reason}`]),
      ...(sentAgain > actionsPerMessage ? [`a cut cost ${sentAgain} actions`] : []),
    ],
  }
}

/** The scans one after the other, as the machine sends them; the line is cut in the middle of the second one's chunk. */
async function sendScans({ link, address, station }: Day, pictures: readonly Buffer[]) {
  let bytesOut = 0
  let chunks = 0
  const counting: Fetch = async (url, options) => {
    if (options.method !== 'PATCH') return fetch(url, options)
    bytesOut += (options.body as Uint8Array).length
    chunks += 1
    const answer = fetch(url, options)
    // It may give up before the line is mended; a refusal that nobody waits for yet would end the whole run.
    if (chunks === 2) await Promise.allSettled([answer, cutInTheMiddle(link)])
    return answer
  }
  const faults: string[] = []
  for (const bytes of pictures) {
    const sending = {
      fetch: counting,
      city: { address, token: station.token },
      digest: digestOf(bytes),
      bytes,
    }
    let tries = 0
    let outcome = ''
    while (outcome !== 'received' && tries < mostRounds) {
      tries += 1
      const result = await sendAttachment({
        ...sending,
        pause: new AbortController().signal,
        progress: () => undefined,
      })
      outcome = result.outcome
    }
    if (outcome !== 'received') faults.push(`a scan did not go up in ${tries} tries`)
  }
  const sentAgain = bytesOut - pictures.reduce((sum, { length }) => sum + length, 0)
  if (sentAgain > chunkBytes) faults.push(`a cut cost ${sentAgain} bytes of a scan`)
  return { sentAgain, faults }
}

export const secondsSince = (began: number): number => Math.round((performance.now() - began) / 1000)
