import { z } from 'zod'

/** Ids and file names only: the trail says who did what to which record, and repeats nobody's name or number. */
const id = z.string().min(1).max(100)

/** What the trail of a machine records, beside the actions of the cases, which are a record of their own. */
export const trailEventSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('started'), version: z.string().max(40) }),
  z.strictObject({ what: z.literal('signed-in'), userId: id }),
  z.strictObject({ what: z.literal('sign-in-refused'), userId: id, waitSeconds: z.number().int().min(0) }),
  z.strictObject({ what: z.literal('signed-out'), userId: id }),
  z.strictObject({ what: z.literal('file-saved'), userId: id, paper: z.string().max(200) }),
  z.strictObject({ what: z.literal('printed'), userId: id, printer: z.string().max(200) }),
  /** A demand that the law forbids, and that the program did not let pass. */
  z.strictObject({
    what: z.literal('demand-blocked'),
    userId: id,
    caseType: z.string().max(60),
    citation: z.string().max(40),
  }),
  /** A last line that a power failure tore off, cut before the chain went on. */
  z.strictObject({ what: z.literal('torn-line-cut'), bytes: z.number().int().min(1) }),
])
export type TrailEvent = z.infer<typeof trailEventSchema>

/** What the counter itself tells the trail; everything else the machine sees for itself. */
export const counterEventSchema = z.discriminatedUnion('what', [
  trailEventSchema.options[3],
  trailEventSchema.options[6],
])
export type CounterEvent = z.infer<typeof counterEventSchema>
