import { actionsForLaterPath, actionsKeptSchema, actionsToKeepPath } from '../../shared/sync/answer-later.ts'
import { actionsFiledSchema, type CityVerdict } from '../../shared/sync/messages.ts'
import { judgeAnswer, type AnswerMeaning } from './judge-answer.ts'
import type { LinePort } from './line-port.ts'
import type { ReadyMessage } from './ready-message.ts'

/** `kept`: everything of the message is safe at the city, and judged later. */
export type Posted = AnswerMeaning<readonly CityVerdict[]> | { readonly kind: 'kept' }

/** Sends a message. With more behind it than one message holds, the city is asked to take everything first. */
export async function postMessage(
  line: LinePort,
  { body }: ReadyMessage,
  moreFollows: boolean,
): Promise<Posted> {
  const answer = await line.exchange('POST', moreFollows ? actionsToKeepPath : actionsForLaterPath, body)
  if (judgeAnswer(answer, actionsKeptSchema, 202).kind === 'taken') return { kind: 'kept' }
  const meaning = judgeAnswer(answer, actionsFiledSchema)
  return meaning.kind === 'taken' ? { kind: 'taken', value: meaning.value.verdicts } : meaning
}
