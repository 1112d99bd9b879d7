import { mostActionsAtOnce, mostActionsPerMessage, type CityVerdict } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { isPaused } from './line-state.ts'
import type { LinePort } from './line-port.ts'
import { forgetMadeAhead, sizeMadeAhead } from './make-ahead.ts'
import { isSomethingKept } from './kept-at-city.ts'
import { postMessage, type Posted } from './post-message.ts'
import type { Sender } from './message-of.ts'
import { makeReady, markOnItsWay, type ReadyMessage } from './ready-message.ts'
import { takeWaiting } from './take-waiting.ts'
import { quickly, WayMemory } from './way-memory.ts'

/** Actions in a first message: enough that a day goes in one, few enough that a cut costs little on a slow line. */
export const actionsPerMessage = 100

/** A step counts as unreadable when it came so at so many contacts; before that its message may have been mangled on the way. */
const contactsUnread = 3

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
export async function pushAll(store: DeskStore, line: LinePort, given: Sender): Promise<Pushed> {
  const { firstMessage = actionsPerMessage, way = new WayMemory() } = given
  const sender = { ...given, way }
  let read = mostActionsAtOnce
  const atMost = () => Math.min(read, way.longest)
  let most = Math.min(atMost(), Math.max(firstMessage, await sizeMadeAhead(store)))
  let ready = await makeReady(store, sender, most)
  let settleBefore: (() => Promise<Pushed>) | undefined
  let isKeeping = await isSomethingKept(store)
  let keptUpTo: number | undefined
  while (ready) {
    const began = Date.parse(sender.now())
    const stretch = { ready, nextMost: sizeAfter(most, 0, atMost()), settleBefore, isKeeping, keptUpTo }
    const { posted, earlier, next } = await postWhileWorking(store, line, sender, stretch)
    if (earlier.kind !== 'sent' && earlier.kind !== 'kept') return earlier
    const took = Date.parse(sender.now()) - began
    if (isAnswered(posted, ready)) way.wentThrough(ready.ids.length, took)
    most = sizeAfter(most, took, atMost())
    isKeeping ||= posted.kind === 'kept'
    if (isAnswered(posted, ready) && next && next.ids.length <= most) {
      const isKept = posted.kind === 'kept'
      keptUpTo = isKept ? ready.upTo : undefined
      const answered = ready
      settleBefore = isKept ? undefined : () => settlePosted(store, line, sender, answered, posted)
      ready = next
      continue
    }
    // What it may build on has no answer, or the line became slow and the next message is too large for it: from the oldest again.
    const settled = await settlePosted(store, line, sender, ready, posted)
    if (settled.kind !== 'sent' && settled.kind !== 'kept') return settled
    if (isTooMany(posted, ready)) most = read = mostActionsPerMessage
    settleBefore = undefined
    keptUpTo = undefined
    ready = await makeReady(store, sender, Math.min(most, atMost()))
  }
  await forgetMadeAhead(store)
  return { kind: (await isSomethingKept(store)) ? 'kept' : 'empty' }
}

type PushSender = Sender & { readonly way: WayMemory }

interface Stretch {
  readonly ready: ReadyMessage
  /** Actions in the message behind it, if it goes quickly. */
  readonly nextMost: number
  /** Puts what the city said to the message before into the store. */
  readonly settleBefore: (() => Promise<Pushed>) | undefined
  /** The city keeps messages that went before, whether or not that is written down here yet. */
  readonly isKeeping: boolean
  /** Up to where that is not written down yet. */
  readonly keptUpTo: number | undefined
}

/**
 * While the city has a message in hand, its answer to the one before is put away and the next one is made ready. That one
 * is marked as on its way only when its own bytes go: until then it waits.
 */
async function postWhileWorking(store: DeskStore, line: LinePort, sender: PushSender, stretch: Stretch) {
  const { ready, nextMost, settleBefore, isKeeping, keptUpTo } = stretch
  // First in the writer's turn: its bytes must not wait until the verdicts of the message before are worked in.
  const posting = post(store, line, sender, { ready, isKeeping, keptUpTo })
  const working = async () => {
    const earlier: Pushed = (await settleBefore?.()) ?? { kind: 'sent', count: 0 }
    const isWorthIt = (earlier.kind === 'sent' || earlier.kind === 'kept') && ready.moreFollows
    const next = isWorthIt ? await makeReady(store, sender, nextMost, ready.upTo) : undefined
    return { earlier, next }
  }
  const [posted, { earlier, next }] = await Promise.all([posting, working()])
  return { posted, earlier, next }
}

/** The last message of many goes the way of those before it: judged at once, it would have to wait until they are. */
async function post(
  store: DeskStore,
  line: LinePort,
  sender: PushSender,
  { ready, isKeeping, keptUpTo }: Pick<Stretch, 'ready' | 'isKeeping' | 'keptUpTo'>,
): Promise<Posted> {
  if (isPaused()) {
    if (keptUpTo !== undefined) await markKept(store, sender, keptUpTo)
    return { kind: 'retry', reason: '已暂停联网' }
  }
  await markOnItsWay(store, sender, ready, keptUpTo)
  const posted = await postMessage(line, ready, ready.moreFollows || isKeeping)
  const { firstMessage = actionsPerMessage, way } = sender
  if (posted.kind === 'given-up') way.wasTooLong(ready.ids.length, firstMessage)
  return posted
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
  return Math.min(atMost, took <= quickly ? most * 2 : Math.max(actionsPerMessage, Math.floor(most / 2)))
}

/** A city of before turned it away because it is longer than the wire said. */
function isTooMany(posted: Posted, { ids }: ReadyMessage): boolean {
  return (posted.kind === 'refused' || posted.kind === 'smaller') && ids.length > mostActionsPerMessage
}

/** Sends the oldest actions of the outbox. */
export async function pushOldest(
  store: DeskStore,
  line: LinePort,
  given: Sender,
  most = actionsPerMessage,
): Promise<Pushed> {
  const sender = { ...given, way: given.way ?? new WayMemory() }
  const ready = await makeReady(store, sender, most)
  if (!ready) return { kind: 'empty' }
  const isKeeping = await isSomethingKept(store)
  const posted = await post(store, line, sender, { ready, isKeeping, keptUpTo: undefined })
  return settlePosted(store, line, sender, ready, posted)
}

async function settlePosted(
  store: DeskStore,
  line: LinePort,
  sender: PushSender,
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
      return splitOrQuarantine(store, line, sender, ids, posted)
    case 'retry':
    case 'given-up':
      return { kind: 'retry', reason: posted.reason }
    case 'stop':
      return { kind: 'stop', reason: posted.reason }
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
  await takeWaiting(store, ours)
  return { kind: 'sent', count: ours.length }
}

/** The city cannot take the message as a whole: halve it until the one action stands alone that it cannot read. */
async function splitOrQuarantine(
  store: DeskStore,
  line: LinePort,
  sender: PushSender,
  [id, ...others]: readonly string[],
  posted: Extract<Posted, { kind: 'smaller' | 'refused' }>,
): Promise<Pushed> {
  if (id === undefined) return { kind: 'empty' }
  if (others.length > 0) return pushOldest(store, line, sender, Math.floor((others.length + 1) / 2))
  const { reason } = posted
  if (posted.kind === 'refused' && posted.code === 'unreadable') {
    const contacts = sender.way.cameUnread(id)
    if (contacts < contactsUnread)
      return { kind: 'retry', reason: `第 ${contacts} 次没有被读懂，留着再发：${reason}` }
  }
  const refusals = [
    { code: 'unreadable-at-city', message: `市局没有看懂这一步：${reason}。本机保留原样，请联系市局户政。` },
  ]
  await takeWaiting(store, [{ id, outcome: 'refused', refusals }])
  return { kind: 'sent', count: 1 }
}
