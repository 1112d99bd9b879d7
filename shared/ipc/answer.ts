import { z } from 'zod'

/** How every call comes back through the bridge: the channel's response, or why not in the clerk's words. */
export const answerSchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), value: z.unknown() }),
  z.object({
    ok: z.literal(false),
    refusals: z
      .array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() }))
      .min(1),
  }),
])
export type Answer = z.infer<typeof answerSchema>
