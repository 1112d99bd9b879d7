import { z } from 'zod'
import { removalReasonSchema } from '../retention/retention-schedule.ts'

const machineKinds = ['trail', 'logs', 'exports', 'printed'] as const

const keptSchema = z.object({
  kind: z.enum(machineKinds),
  /** How many there are, and how many of them have been kept for their whole term. */
  total: z.number().int().min(0),
  due: z.number().int().min(0),
  /** Instant of the oldest. */
  oldest: z.string().optional(),
})
export type Kept = z.infer<typeof keptSchema>

/** What the machine keeps beside the desk's database, and the removal of what is due. */
export const retentionChannels = {
  /** Refused: 'not-allowed'. */
  'retention.look': { request: z.object({}), response: z.object({ kept: z.array(keptSchema) }) },
  /** Removes what is due of one kind and nothing else. Refused: 'not-allowed', 'must-prove'. */
  'retention.remove': {
    request: z.object({ kind: z.enum(machineKinds), reason: removalReasonSchema }),
    response: z.object({ before: z.number().int().min(0), after: z.number().int().min(0) }),
  },
}
