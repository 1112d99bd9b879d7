import {
  actionsForLaterPath,
  actionsKeptSchema,
  verdictsGivenSchema,
  verdictsPath,
} from '../../shared/sync/answer-later.ts'
import { actionsFiledSchema, oldestProtocol, type CityVerdict } from '../../shared/sync/messages.ts'
import { judgeAnswer, type AnswerMeaning } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'
import { isPaused, useLine } from './line-state.ts'
import type { ReadyMessage, Sender } from './ready-message.ts'

export type Posted = AnswerMeaning<readonly CityVerdict[]>

/** Sends a message and comes back with the verdicts on it, or with what stood in their way. */
export async function postMessage(line: LinePort, sender: Sender, message: ReadyMessage): Promise<Posted> {
  const answer = await line.exchange('POST', actionsForLaterPath, message.body)
  if (judgeAnswer(answer, actionsKeptSchema, 202).kind === 'taken')
    return fetchVerdicts(line, sender, message)
  const meaning = judgeAnswer(answer, actionsFiledSchema)
  if (meaning.kind !== 'taken') return meaning
  useLine.setState({ keptAtCity: 0 })
  return { kind: 'taken', value: meaning.value.verdicts }
}

/**
 * The city is busy: it keeps the actions, safe, and judges them when it can. Asked until it has; whatever breaks in between,
 * the actions are still in the outbox, and sent again they are known there.
 */
async function fetchVerdicts(
  line: LinePort,
  { station, protocol = oldestProtocol }: Sender,
  { actions }: ReadyMessage,
): Promise<Posted> {
  useLine.setState({ keptAtCity: actions.length })
  const body = JSON.stringify({ station, protocol, ids: actions.map(({ id }) => id) })
  for (;;) {
    if (isPaused()) return { kind: 'retry', reason: '已暂停联网' }
    const meaning = judgeAnswer(await line.exchange('POST', verdictsPath, body), verdictsGivenSchema)
    if (meaning.kind === 'stop') return meaning
    if (meaning.kind !== 'taken') return { kind: 'retry', reason: meaning.reason }
    const { verdicts, judging } = meaning.value
    if (verdicts.length < actions.length && judging) continue
    useLine.setState({ keptAtCity: 0 })
    return { kind: 'taken', value: verdicts }
  }
}
