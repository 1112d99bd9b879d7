import { z } from 'zod'
import { proofContentSchema } from '../proof/proof.ts'
import { listsSchema } from '../sync/machine-report.ts'
import { saveResultSchema } from './paper-channels.ts'

const trailProofSchema = z.discriminatedUnion('whole', [
  z.object({ whole: z.literal(true), links: z.number().int().min(0), head: z.string() }),
  z.object({ whole: z.literal(false), brokenAt: z.number().int().min(1), why: z.string() }),
])

/** What makes papers and records prove themselves: the machine's key, the city's lists, the trail. */
export const proofChannels = {
  /** Signs a certificate's proof with this machine's key; the text is what its QR code holds. */
  'proof.sign': { request: proofContentSchema, response: z.object({ text: z.string() }) },
  /** What a certificate can be checked against without a line. */
  'proof.known': {
    request: z.object({}),
    response: z.object({
      own: z.object({ keyId: z.string(), publicKey: z.string() }),
      lists: listsSchema.optional(),
      fetchedAt: z.string().optional(),
    }),
  },
  /** Anchors the trail at the city and fetches its lists. */
  'machine.report': {
    request: z.object({}),
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('reported'), leavers: z.number().int().min(0) }),
      z.object({ outcome: z.literal('not-reported'), reason: z.string() }),
    ]),
  },
  /** The last lines of the trail and the proof of all of it. Refused: 'not-allowed'. */
  'trail.read': {
    request: z.object({}),
    response: z.object({ lines: z.array(z.string()), proof: trailProofSchema }),
  },
  /** The whole trail with its proof, as files in the folder for exports. Refused: 'not-allowed', 'must-prove'. */
  'trail.export': { request: z.object({}), response: saveResultSchema },
}
