import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { idAtCitySchema, mostActionsPerMessage, protocolSchema, verdictSchema } from './messages.ts'

/**
 * POST /v1/actions?answer=later: the desk can wait for its verdicts. A city that is busy then keeps the message, safe from a
 * power cut, answers 202, and judges it as soon as it can; one that is not, or that knows nothing of this, answers as ever.
 * With `keep=first` besides, more follows: the city keeps it in any case, and judges when the station has sent everything,
 * because a line that is there for minutes only is for sending.
 */
export const sendActionsQuerySchema = z.object({
  answer: z.literal('later').exactOptional(),
  keep: z.literal('first').exactOptional(),
})
export const actionsPath = '/v1/actions'
export const actionsForLaterPath = `${actionsPath}?answer=later`
export const actionsToKeepPath = `${actionsForLaterPath}&keep=first`

/** Status 202: every action of the message lies at the city; none is judged yet. */
export const actionsKeptSchema = z.object({ protocol: protocolSchema, kept: z.int().positive() })
export type ActionsKept = z.infer<typeof actionsKeptSchema>

/** POST /v1/actions/verdicts: what became of actions that were kept. Waits some seconds for those that are not judged yet. */
export const verdictsPath = '/v1/actions/verdicts'
export const askVerdictsSchema = z.object({
  protocol: protocolSchema,
  station: stationCodeSchema,
  ids: z.array(idAtCitySchema).min(1).max(mostActionsPerMessage),
})
export type AskVerdicts = z.infer<typeof askVerdictsSchema>

/** In the order of the question; an id without a verdict is missing. */
export const verdictsGivenSchema = z.object({
  protocol: protocolSchema,
  verdicts: z.array(verdictSchema),
  /** Some message of the station still lies unjudged: ask again. Otherwise what is missing never came. */
  judging: z.boolean(),
})
export type VerdictsGiven = z.infer<typeof verdictsGivenSchema>
