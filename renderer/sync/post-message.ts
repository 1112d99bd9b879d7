import { actionsForLaterPath, actionsKeptSchema, actionsToKeepPath } from '../../shared/sync/answer-later.ts'
import { actionsFiledSchema, type CityVerdict } from '../../shared/sync/messages.ts'
import { judgeAnswer, type AnswerMeaning } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'
import type { ReadyMessage } from './ready-message.ts'

/**
 * `kept`: everything of the message is safe at the city, and judged later. `given-up`: the line was there, and broke or
 * was too slow while the message was on its way; a shorter one may get through.
 */
export type Posted =
  | AnswerMeaning<readonly CityVerdict[]>
  | { readonly kind: 'kept' }
  | { readonly kind: 'given-up'; readonly reason: string }

/** Breaks of the line that come with a message on its way, and not before it. */
const onTheWay: ReadonlySet<string> = new Set(['timeout', 'cut'])

/** Sends a message. With more behind it than one message holds, the city is asked to take everything first. */
export async function postMessage(
  line: LinePort,
  { body }: ReadyMessage,
  moreFollows: boolean,
): Promise<Posted> {
  const answer = await line.exchange('POST', moreFollows ? actionsToKeepPath : actionsForLaterPath, body)
  if (judgeAnswer(answer, actionsKeptSchema, 202).kind === 'taken') return { kind: 'kept' }
  const meaning = judgeAnswer(answer, actionsFiledSchema)
  if (meaning.kind === 'taken') return { kind: 'taken', value: meaning.value.verdicts }
  const isGivenUp = meaning.kind === 'retry' && answer.kind === 'no-line' && onTheWay.has(answer.reason)
  return isGivenUp ? { kind: 'given-up', reason: meaning.reason } : meaning
}
