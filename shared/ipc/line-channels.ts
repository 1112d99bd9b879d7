import { z } from 'zod'

/** Why no answer came over the line; each has its own words for the clerk. */
export const lineBreakSchema = z.enum(['refused', 'timeout', 'dns', 'tls', 'cut', 'other'])
export type LineBreak = z.infer<typeof lineBreakSchema>

/** Paths of the city's interface; nothing else can be asked of the network. */
export const cityPathSchema = z
  .string()
  .max(2000)
  .regex(/^\/v1\/[a-z0-9/?=&._-]*$/i)
  // '..' would climb out of /v1 on its way through the network stack.
  .refine((path) => !path.includes('..'))

/** JSON as text, or a packed message as bytes. */
const bodySchema = z.union([z.string(), z.instanceof(Uint8Array)])

/** What the city answered, whatever its status; or why no answer came. */
export const exchangeResultSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('answer'),
    status: z.number().int().min(100).max(599),
    contentType: z.string(),
    /** For how many seconds the city asked to be left alone. */
    retryAfter: z.number().int().positive().exactOptional(),
    body: bodySchema,
  }),
  z.object({ kind: z.literal('no-line'), reason: lineBreakSchema }),
])
export type ExchangeResult = z.infer<typeof exchangeResultSchema>

export const lineChannels = {
  'line.exchange': {
    request: z.object({ method: z.enum(['GET', 'POST']), path: cityPathSchema, body: bodySchema.optional() }),
    response: exchangeResultSchema,
  },
}
