import { z } from 'zod'
import { largeChangeReasonSchema } from '../sync/large-change.ts'

const rows = z.number().int().min(0)

/** A decision about what the city handed out and this desk held back. */
export const arrivalChannels = {
  /**
   * Puts the decision on the trail; the counter acts on it only after that. Taking it in needs a reason and a passphrase
   * given a short while ago. Refused: 'not-allowed', 'must-prove'.
   */
  'arrivals.decide': {
    request: z.discriminatedUnion('decision', [
      z.object({
        decision: z.literal('taken'),
        reason: largeChangeReasonSchema,
        removed: rows,
        replaced: rows,
        of: rows,
        upTo: rows,
      }),
      z.object({ decision: z.literal('put-off'), removed: rows, replaced: rows, of: rows, upTo: rows }),
    ]),
    response: z.object({}),
  },
}
