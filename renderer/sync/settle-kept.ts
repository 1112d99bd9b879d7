import { verdictsGivenSchema, verdictsPath } from '../../shared/sync/answer-later.ts'
import { mostActionsPerMessage, oldestProtocol } from '../../shared/sync/messages.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { judgeAnswer } from './judge-answer.ts'
import { keptIds } from './kept-at-city.ts'
import type { LinePort } from './line-port.ts'
import { isPaused } from './line-state.ts'
import { takeVerdicts, type Pushed } from './push.ts'
import type { Pulled } from './pull.ts'
import type { Sender } from './message-of.ts'

/** `judging`: the city is at it still, and is asked again at the next contact. */
type Settled =
  | { readonly kind: 'settled' }
  | { readonly kind: 'judging' }
  | { readonly kind: 'retry' | 'stop'; readonly reason: string }

interface Parts {
  readonly store: DeskStore
  readonly line: LinePort
  readonly sender: Sender
  /** Fetches what the city filed. */
  readonly pull: () => Promise<Pulled>
  /** Sends what was recorded meanwhile. */
  readonly push: () => Promise<Pushed>
}

/** So many questions in a row without a verdict, each of about four seconds: then the rest of a round's work goes before. */
const mostEmptyQuestions = 3

/**
 * Comes to know what became of what the city keeps. It judges in the order in which it was sent, so the last one is asked
 * for alone; what was filed comes with everything else that the city hands out, and only the rest is asked for by name:
 * what was refused, and what was lost, which is sent again. It does not wait for ever: what is recorded meanwhile goes out,
 * and a city that takes its time, or can never judge something, ends the round like any other contact.
 */
export async function settleKept(parts: Parts): Promise<Settled> {
  for (let empty = 0; ;) {
    const kept = await keptIds(parts.store)
    const last = kept.at(-1)
    if (last === undefined) return { kind: 'settled' }
    if (isPaused()) return { kind: 'retry', reason: '已暂停联网' }
    const asked = await ask(parts, [last])
    if (asked.kind !== 'taken') return asked
    const pulled = await parts.pull()
    if (pulled.kind === 'retry' || pulled.kind === 'stop') return pulled
    if (!asked.value.judging || asked.value.verdicts.length > 0) return settleRest(parts)
    empty += 1
    if (empty === mostEmptyQuestions) return settleRest(parts)
    const pushed = await parts.push()
    if (pushed.kind === 'retry' || pushed.kind === 'stop') return pushed
  }
}

/** What was kept has been judged, or is not there any more, or is judged yet. */
async function settleRest(parts: Parts): Promise<Settled> {
  const { store, sender } = parts
  const rest = await keptIds(store)
  let isLost = false
  for (let from = 0; from < rest.length; from += mostActionsPerMessage) {
    const ids = rest.slice(from, from + mostActionsPerMessage)
    const asked = await ask(parts, ids)
    if (asked.kind !== 'taken') return asked
    const { verdicts, judging } = asked.value
    if (verdicts.length > 0) await takeVerdicts(store, ids, verdicts)
    if (verdicts.length < ids.length && judging) return { kind: 'judging' }
    isLost ||= verdicts.length < ids.length
  }
  if (!isLost) return { kind: 'settled' }
  await store.write(() => ({ kind: 'kept-up-to', upTo: 0, at: sender.now() }))
  return { kind: 'retry', reason: '市局没有收存到，重新发送' }
}

async function ask({ line, sender }: Parts, ids: readonly string[]) {
  const { station, protocol = oldestProtocol } = sender
  const body = JSON.stringify({ station, protocol, ids })
  const meaning = judgeAnswer(await line.exchange('POST', verdictsPath, body), verdictsGivenSchema)
  if (meaning.kind === 'taken' || meaning.kind === 'stop') return meaning
  return { kind: 'retry' as const, reason: meaning.reason }
}
