import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { vouchedKeySchema } from '../proof/author-key.ts'

/** Keys that one report may carry; a machine with more reports in several. */
export const mostKeysPerReport = 200

/**
 * POST /v1/user-keys: a machine tells the signing keys of the people who work at it, and vouches for each with its own
 * certified key. The same report again gets the same answer.
 */
export const userKeysReportSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  /** Id of the machine's key, which the city certified. */
  machineKey: z.string().regex(/^[0-9a-f]{12}$/),
  keys: z.array(vouchedKeySchema).min(1).max(mostKeysPerReport),
})
export type UserKeysReport = z.infer<typeof userKeysReportSchema>

export const userKeysAnswerSchema = z.object({
  keys: z.array(
    z.discriminatedUnion('outcome', [
      z.object({ keyId: z.string(), outcome: z.literal('on-file') }),
      z.object({ keyId: z.string(), outcome: z.literal('refused'), code: z.string(), message: z.string() }),
    ]),
  ),
})
export type UserKeysAnswer = z.infer<typeof userKeysAnswerSchema>
