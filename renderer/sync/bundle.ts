import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { AskLeases, LeasesByStick } from '../../shared/sync/leases.ts'
import type { HandOut, ScanAnswer } from '../../shared/sync/bundle.ts'
import {
  mostActionsPerMessage,
  protocolVersion,
  type CityVerdict,
  type SendActions,
} from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import type { Entry } from '../local/entry.ts'
import type { LeaseHolder } from './keep-leases.ts'
import { askByStick, takeInLeases } from './leases-by-stick.ts'
import { messageOf } from './message-of.ts'
import { lastBundleNumber } from '../local/outbox-marks.ts'
import { readLastOrder, readWaiting } from '../local/read.ts'
import { Arrivals } from './arrivals.ts'
import { dividedByRoom, scansForStick, takeInScans, type ScansTaken } from './scans-by-stick.ts'
import { takeWaiting } from './take-waiting.ts'

/** The stick, as the machine offers it: written without a name first, named once the desk has marked what it carries. */
export interface StickPort {
  readonly write: (bundle: {
    readonly n: number
    readonly lastOrder: number
    readonly messages: SendActions[]
    readonly leases: AskLeases[]
    /** Digests of scans, the first of them first: it takes as many as there is room for. */
    readonly scans: string[]
  }) => Promise<
    | {
        readonly outcome: 'written'
        readonly name: string
        readonly scans: readonly string[]
        /** Whose file this machine does not have. */
        readonly lost: readonly string[]
      }
    | { readonly outcome: 'cancelled' }
    | { readonly outcome: 'failed'; readonly reason: string }
  >
  readonly finish: (keep: boolean) => Promise<Outcome<unknown>>
  readonly open: () => Promise<
    | {
        readonly outcome: 'opened'
        readonly n: number
        /** When the city made it, ISO 8601. */
        readonly madeAt: string
        readonly verdicts: readonly CityVerdict[]
        readonly handedOut: HandOut
        readonly leases?: LeasesByStick
        readonly attachments?: readonly ScanAnswer[]
      }
    | { readonly outcome: 'cancelled' }
  >
}

/** Told to the clerk while it goes on; `done` of `total` steps. */
export type TellProgress = (done: number, total: number) => void

/** What was put on the stick; undefined when the clerk thought better of it. */
export type HandedOver =
  | {
      readonly name: string
      readonly n: number
      readonly count: number
      readonly scans: number
      /** Scans for which there was no room. */
      readonly scansLeft: number
    }
  | undefined

/**
 * Puts everything that the city has not answered for on a stick: what waits, what was sent without an answer, and what
 * lies on an earlier stick; what this desk asks about its blocks of numbers; and scans, as far as there is room. The marks
 * are in the journal before the file gets its name; until then nothing counts.
 */
export async function handOverBundle(
  holder: LeaseHolder,
  stick: StickPort,
  tell: TellProgress,
): Promise<Outcome<HandedOver>> {
  const { store, station, device, now } = holder
  const steps = 4
  tell(0, steps)
  const waiting = await readWaiting(store, Number.POSITIVE_INFINITY)
  const n = (await lastBundleNumber(store)) + 1
  const messages: SendActions[] = []
  for (let from = 0; from < waiting.length; from += mostActionsPerMessage) {
    const part = waiting.slice(from, from + mostActionsPerMessage)
    messages.push(await messageOf(store, { protocol: protocolVersion, station, device }, part))
  }
  tell(1, steps)
  const leases = await askByStick(holder)
  const ids = waiting.map(({ action }) => action.id)
  const scans = await scansForStick(store, new Set(ids))
  const digests = [...new Set(scans.map(({ digest }) => digest))]
  const lastOrder = await readLastOrder(store)
  const written = await stick.write({ n, lastOrder, messages, leases, scans: digests })
  if (written.outcome === 'cancelled') return accepted(undefined)
  if (written.outcome === 'failed') return refused({ code: 'not-written', message: written.reason })
  tell(2, steps)
  const { onStick, left } = dividedByRoom(scans, written)
  const marks = { kind: 'bundled' as const, n, ids, at: now() }
  const scanMarks = onStick.map(({ digest, caseId }) => ({ digest, caseId }))
  const marked = await writeMarks(store, stick, {
    ...marks,
    ...(scanMarks.length > 0 ? { scans: scanMarks } : {}),
  })
  if (!marked.ok) return marked
  tell(3, steps)
  const named = await stick.finish(true)
  if (!named.ok) {
    await store.write(() => ({ kind: 'bundle-dropped', n }))
    return named
  }
  tell(4, steps)
  const { name } = written
  return accepted({ name, n, count: waiting.length, scans: written.scans.length, scansLeft: left })
}

/** Marks that cannot be written down take the file with them: it must not go out unmarked. */
async function writeMarks(store: DeskStore, stick: StickPort, marks: Entry): Promise<Outcome<true>> {
  try {
    const written = await store.write(() => marks)
    if (written.ok) return accepted(true)
    await stick.finish(false)
    return written
  } catch (fault) {
    await stick.finish(false)
    throw fault
  }
}

/** What an answer brought. */
export type TakenIn =
  | {
      readonly n: number
      /** When the city made the answer, ISO 8601. */
      readonly madeAt: string
      readonly accepted: number
      readonly refused: number
      readonly handedOut: number
      /** What the city filed would change too much here: it waits for the chief, as when it comes over the line. */
      readonly isHeldBack: boolean
      /** It ends before what a line that was cut brought: that is taken in when the rest of it is here. */
      readonly isIncomplete: boolean
      /** The city has more for this station than one answer holds. */
      readonly more: boolean
      /** Requests about blocks of numbers that came to their end by it. */
      readonly leasesDone: number
      readonly scans: ScansTaken
    }
  | undefined

/** Actions taken in at a time, so that the desk stays awake. */
const aPart = 500

/**
 * Takes the city's answer in: the same entries as over the line. What is known already is left as it is, so that an
 * answer that comes twice, late, or after the line did the work changes nothing.
 */
export async function takeInAnswer(
  store: DeskStore,
  stick: StickPort,
  tell: TellProgress,
  { now, arrivals = new Arrivals() }: { readonly now: () => string; readonly arrivals?: Arrivals },
): Promise<Outcome<TakenIn>> {
  const opened = await stick.open()
  if (opened.outcome === 'cancelled') return accepted(undefined)
  const { n, madeAt, verdicts, handedOut, leases, attachments = [] } = opened
  if (handedOut.after > (await readLastOrder(store))) return refused(tooFarOn)
  const counts = { accepted: 0, refused: 0, handedOut: 0 }
  const total = verdicts.length + handedOut.actions.length
  for (let from = 0; from < verdicts.length; from += aPart) {
    const taken = await takeWaiting(store, verdicts.slice(from, from + aPart))
    for (const { outcome } of taken) counts[outcome] += 1
    tell(Math.min(from + aPart, verdicts.length), total)
  }
  const scans = await takeInScans(store, n, attachments, now)
  await addPages(store, handedOut, arrivals)
  const taken = await arrivals.takeIn(store, (count) => tell(verdicts.length + count, total))
  if (taken.kind === 'taken') counts.handedOut = taken.count
  const isHeldBack = taken.kind === 'held-back'
  const isIncomplete = taken.kind === 'incomplete'
  // As over the line: what others did with numbers is known here before blocks are.
  const leasesDone = taken.kind === 'taken' ? await takeInLeases(store, leases, now) : 0
  tell(total, total)
  const more = handedOut.more
  return accepted({ n, madeAt, ...counts, leasesDone, scans, isHeldBack, isIncomplete, more })
}

const tooFarOn = {
  code: 'answer-too-far-on',
  message: '这份回执接不上本机已有的内容，没有导入。请重新导出一份，取它的回执。',
}

/**
 * Lays the city's actions beside what came over the line already, in parts that keep the desk awake. The last of them ends
 * what there is to take in, also when the city has more than one answer holds (10,000 actions): the next bundle asks
 * behind what stands here, so that an answer that waited for the rest would wait for ever. Each answer is counted as a whole.
 */
async function addPages(store: DeskStore, { actions }: HandOut, arrivals: Arrivals): Promise<void> {
  const known = arrivals.upTo ?? (await readLastOrder(store))
  const fresh = actions.filter(({ order }) => order > known)
  for (let from = 0; from < fresh.length; from += aPart) {
    const part = fresh.slice(from, from + aPart)
    const isLast = from + aPart >= fresh.length
    arrivals.add({ actions: part, upTo: part.at(-1)?.order ?? known, isLast })
  }
}
