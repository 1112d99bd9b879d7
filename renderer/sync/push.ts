import {
  actionsForLaterPath,
  actionsKeptSchema,
  verdictsGivenSchema,
  verdictsPath,
  type AskVerdicts,
} from '../../shared/sync/answer-later.ts'
import {
  actionsFiledSchema,
  mostActionsPerMessage,
  oldestProtocol,
  protocolVersion,
  type CityVerdict,
  type Protocol,
  type SendActions,
} from '../../shared/sync/messages.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readOutbox, readSignatures } from '../local/read.ts'
import { pack } from '../../shared/sync/packed/pack.ts'
import { judgeAnswer } from './judge-answer.ts'
import { isPaused, useLine } from './line-state.ts'
import type { LinePort } from './line-port.ts'

/** Actions in a first message: enough that a day goes in one, few enough that a cut costs little on a slow line. */
export const actionsPerMessage = 100

/** A line that answers a message within this many milliseconds carries one of twice the size without a cut costing much. */
const quickly = 1000

export type Pushed =
  | { readonly kind: 'empty' }
  | { readonly kind: 'sent'; readonly count: number }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

interface Sender {
  readonly station: string
  readonly device: string
  readonly now: () => string
  /** The version that city and desk both speak; the oldest one unless told otherwise. */
  readonly protocol?: Protocol
}

/**
 * Sends the outbox to its end, oldest first. Messages grow while the line and the city are quick about them, because each
 * costs a round trip, a transaction there and two entries here; they shrink again when one took its time.
 */
export async function pushAll(store: DeskStore, line: LinePort, sender: Sender): Promise<Pushed> {
  let most = actionsPerMessage
  for (;;) {
    if (isPaused()) return { kind: 'retry', reason: '已暂停联网' }
    const began = Date.parse(sender.now())
    const pushed = await pushOldest(store, line, sender, most)
    if (pushed.kind !== 'sent') return pushed
    most = sizeAfter(most, Date.parse(sender.now()) - began)
  }
}

/** How many actions the next message carries, after one of so many that took so many milliseconds. */
export function sizeAfter(most: number, took: number): number {
  return took <= quickly
    ? Math.min(mostActionsPerMessage, most * 2)
    : Math.max(actionsPerMessage, Math.floor(most / 2))
}

/** Sends the oldest actions of the outbox. Marked as on their way before they are; only a verdict takes them off. */
export async function pushOldest(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  most = actionsPerMessage,
): Promise<Pushed> {
  const actions = await readOutbox(store, most)
  if (actions.length === 0) return { kind: 'empty' }
  await store.write(() => ({ kind: 'sending', ids: actions.map(({ id }) => id), at: sender.now() }))
  const { station, device, protocol = oldestProtocol } = sender
  const message = await messageOf(store, { protocol, station, device }, actions)
  const body = protocol === oldestProtocol ? JSON.stringify(message) : pack(message)
  const answer = await line.exchange('POST', actionsForLaterPath, body)
  if (judgeAnswer(answer, actionsKeptSchema, 202).kind === 'taken')
    return fetchVerdicts(store, line, { station, protocol }, actions)
  const meaning = judgeAnswer(answer, actionsFiledSchema)
  switch (meaning.kind) {
    case 'taken':
      return takeVerdicts(store, actions, meaning.value.verdicts)
    case 'smaller':
    case 'refused':
      return splitOrQuarantine(store, line, sender, actions, meaning.reason)
    case 'retry':
    case 'stop':
      return { kind: meaning.kind, reason: meaning.reason }
  }
}

/** The message of some waiting actions; their signatures go along where the version knows them. */
export async function messageOf(
  store: DeskStore,
  head: Pick<SendActions, 'protocol' | 'station' | 'device'>,
  actions: readonly Action[],
): Promise<SendActions> {
  const message = { ...head, actions: [...actions] }
  if (head.protocol !== protocolVersion) return message
  const ids = actions.map(({ id }) => id)
  return { ...message, signatures: await readSignatures(store, ids) }
}

/** Verdicts on what was sent count, others do not; without any the work stays and is tried again later. */
async function takeVerdicts(
  store: DeskStore,
  sent: readonly Action[],
  verdicts: readonly CityVerdict[],
): Promise<Pushed> {
  const ids = new Set(sent.map(({ id }) => id))
  const ours = verdicts.filter(({ id }) => ids.has(id))
  if (ours.length === 0) return { kind: 'retry', reason: '市局的应答里没有这一批，留着再发' }
  await store.write(() => ({ kind: 'answered', verdicts: ours }))
  return { kind: 'sent', count: ours.length }
}

/**
 * The city is busy: it keeps the actions, safe, and judges them when it can. Asked until it has; whatever breaks in between,
 * the actions are still in the outbox, and sent again they are known there.
 */
async function fetchVerdicts(
  store: DeskStore,
  line: LinePort,
  head: Pick<AskVerdicts, 'station' | 'protocol'>,
  kept: readonly Action[],
): Promise<Pushed> {
  useLine.setState({ keptAtCity: kept.length })
  const body = JSON.stringify({ ...head, ids: kept.map(({ id }) => id) })
  for (;;) {
    if (isPaused()) return { kind: 'retry', reason: '已暂停联网' }
    const meaning = judgeAnswer(await line.exchange('POST', verdictsPath, body), verdictsGivenSchema)
    if (meaning.kind === 'stop') return { kind: 'stop', reason: meaning.reason }
    if (meaning.kind !== 'taken') return { kind: 'retry', reason: meaning.reason }
    const { verdicts, judging } = meaning.value
    if (verdicts.length < kept.length && judging) continue
    useLine.setState({ keptAtCity: 0 })
    return takeVerdicts(store, kept, verdicts)
  }
}

/** The city cannot take the message as a whole: halve it until the one action stands alone that it cannot read. */
async function splitOrQuarantine(
  store: DeskStore,
  line: LinePort,
  sender: Sender,
  actions: readonly Action[],
  reason: string,
): Promise<Pushed> {
  const [first] = actions
  if (actions.length > 1) return pushOldest(store, line, sender, Math.floor(actions.length / 2))
  if (!first) return { kind: 'empty' }
  const refusals = [
    { code: 'unreadable-at-city', message: `市局没有看懂这一步：${reason}。本机保留原样，请联系市局户政。` },
  ]
  await store.write(() => ({ kind: 'answered', verdicts: [{ id: first.id, outcome: 'refused', refusals }] }))
  return { kind: 'sent', count: 1 }
}
