import { mostActionsAtOnce, mostActionsPerMessage, type CityVerdict } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { isPaused } from './line-state.ts'
import type { LinePort } from './line-port.ts'
import { forgetMadeAhead, sizeMadeAhead } from './make-ahead.ts'
import { isSomethingKept } from './kept-at-city.ts'
import { postMessage, type Posted } from './post-message.ts'
import type { Sender } from './message-of.ts'
import { makeReady, type ReadyMessage } from './ready-message.ts'

/** Actions in a first message: enough that a day goes in one, few enough that a cut costs little on a slow line. */
export const actionsPerMessage = 100

/** A line that answers a message within this many milliseconds carries one of twice the size without a cut costing much. */
const quickly = 1000

export type Pushed =
  | { readonly kind: 'empty' }
  /** Everything is at the city; some of it is kept there and judged later (`settle-kept.ts`). */
  | { readonly kind: 'kept' }
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

/**
 * Sends the outbox to its end, oldest first. Messages grow while the line and the city are quick about them, because each
 * costs a round trip, a transaction there and two entries here; they shrink again when one took its time.
 */
export async function pushAll(store: DeskStore, line: LinePort, sender: Sender): Promise<Pushed> {
  const { firstMessage = actionsPerMessage } = sender
  let atMost = mostActionsAtOnce
  let most = Math.max(firstMessage, await sizeMadeAhead(store))
  let ready = await makeReady(store, sender, most)
  let before: Promise<Pushed> | undefined
  let isKeeping = await isSomethingKept(store)
  let keptUpTo: number | undefined
  while (ready) {
    const began = Date.parse(sender.now())
    const stretch = { ready, nextMost: sizeAfter(most, 0, atMost), before, isKeeping, keptUpTo }
    const { posted, earlier, next } = await postWhileWorking(store, line, sender, stretch)
    if (earlier.kind !== 'sent' && earlier.kind !== 'kept') return earlier
    most = sizeAfter(most, Date.parse(sender.now()) - began, atMost)
    isKeeping ||= posted.kind === 'kept'
    if (isAnswered(posted, ready) && next && next.ids.length <= most) {
      const isKept = posted.kind === 'kept'
      keptUpTo = isKept ? ready.upTo : undefined
      before = isKept ? undefined : settlePosted(store, line, sender, ready, posted)
      ready = next
      continue
    }
    // What it may build on has no answer, or the line became slow and the next message is too large for it: from the oldest again.
    const settled = await settlePosted(store, line, sender, ready, posted)
    if (settled.kind !== 'sent' && settled.kind !== 'kept') return settled
    if (isTooMany(posted, ready)) most = atMost = mostActionsPerMessage
    before = undefined
    keptUpTo = undefined
    ready = await makeReady(store, sender, most)
  }
  await forgetMadeAhead(store)
  return { kind: (await isSomethingKept(store)) ? 'kept' : 'empty' }
}

interface Stretch {
  readonly ready: ReadyMessage
  /** Actions in the message behind it, if it goes quickly. */
  readonly nextMost: number
  /** What the city said to the message before, on its way into the store. */
  readonly before: Promise<Pushed> | undefined
  /** The city keeps messages that went before, whether or not that is written down here yet. */
  readonly isKeeping: boolean
  /** Up to where that is not written down yet. */
  readonly keptUpTo: number | undefined
}

/** While the city has a message in hand, its answer to the one before is put away and the next one is made ready. */
async function postWhileWorking(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  { ready, nextMost, before, isKeeping, keptUpTo }: Stretch,
) {
  const posting = post(line, ready, isKeeping)
  const working = async () => {
    const earlier: Pushed = (await before) ?? { kind: 'sent', count: 0 }
    const isWorthIt = (earlier.kind === 'sent' || earlier.kind === 'kept') && ready.moreFollows
    const begin = { behind: ready.upTo, keptUpTo }
    const next = isWorthIt ? await makeReady(store, sender, nextMost, begin) : undefined
    if (!next && keptUpTo !== undefined) await markKept(store, sender, keptUpTo)
    return { earlier, next }
  }
  const [posted, { earlier, next }] = await Promise.all([posting, working()])
  return { posted, earlier, next }
}

/** The last message of many goes the way of those before it: judged at once, it would have to wait until they are. */
function post(line: LinePort, ready: ReadyMessage, isKeeping: boolean): Promise<Posted> {
  if (isPaused()) return Promise.resolve({ kind: 'retry', reason: '已暂停联网' })
  return postMessage(line, ready, ready.moreFollows || isKeeping)
}

function isAnswered(
  posted: Posted,
  { ids }: ReadyMessage,
): posted is Extract<Posted, { kind: 'taken' | 'kept' }> {
  if (posted.kind === 'kept') return true
  if (posted.kind !== 'taken') return false
  const answered = new Set(posted.value.map(({ id }) => id))
  return ids.every((id) => answered.has(id))
}

/** How many actions the next message carries, after one of so many that took so many milliseconds. */
export function sizeAfter(most: number, took: number, atMost = mostActionsAtOnce): number {
  return took <= quickly ? Math.min(atMost, most * 2) : Math.max(actionsPerMessage, Math.floor(most / 2))
}

/** A city of before turned it away because it is longer than the wire said. */
function isTooMany(posted: Posted, { ids }: ReadyMessage): boolean {
  return (posted.kind === 'refused' || posted.kind === 'smaller') && ids.length > mostActionsPerMessage
}

/** Sends the oldest actions of the outbox. */
export async function pushOldest(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  most = actionsPerMessage,
): Promise<Pushed> {
  const ready = await makeReady(store, sender, most)
  if (!ready) return { kind: 'empty' }
  return settlePosted(store, line, sender, ready, await post(line, ready, await isSomethingKept(store)))
}

async function settlePosted(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  { ids, upTo }: ReadyMessage,
  posted: Posted,
): Promise<Pushed> {
  switch (posted.kind) {
    case 'kept':
      await markKept(store, sender, upTo)
      return { kind: 'kept' }
    case 'taken':
      return takeVerdicts(store, ids, posted.value)
    case 'smaller':
    case 'refused':
      return splitOrQuarantine(store, line, sender, ids, posted.reason)
    case 'retry':
    case 'stop':
      return { kind: posted.kind, reason: posted.reason }
  }
}

async function markKept(store: DeskStore, { now }: Sender, upTo: number): Promise<void> {
  await store.write(() => ({ kind: 'kept-up-to', upTo, at: now() }))
}

/** Verdicts on what was sent count, others do not; without any the work stays and is tried again later. */
export async function takeVerdicts(
  store: DeskStore,
  sent: readonly string[],
  verdicts: readonly CityVerdict[],
): Promise<Pushed> {
  const ids = new Set(sent)
  const ours = verdicts.filter(({ id }) => ids.has(id))
  if (ours.length === 0) return { kind: 'retry', reason: '市局的应答里没有这一批，留着再发' }
  await store.write(() => ({ kind: 'answered', verdicts: ours }))
  return { kind: 'sent', count: ours.length }
}

/** The city cannot take the message as a whole: halve it until the one action stands alone that it cannot read. */
async function splitOrQuarantine(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  [id, ...others]: readonly string[],
  reason: string,
): Promise<Pushed> {
  if (id === undefined) return { kind: 'empty' }
  if (others.length > 0) return pushOldest(store, line, sender, Math.floor((others.length + 1) / 2))
  const refusals = [
    { code: 'unreadable-at-city', message: `市局没有看懂这一步：${reason}。本机保留原样，请联系市局户政。` },
  ]
  await store.write(() => ({ kind: 'answered', verdicts: [{ id, outcome: 'refused', refusals }] }))
  return { kind: 'sent', count: 1 }
}
