import { z } from 'zod'
import { roleSchema } from '../people/role.ts'
import { proofContentSchema } from '../proof/proof.ts'
import { listsSchema } from '../sync/machine-report.ts'
import { ownRecordRequestSchema } from '../trail/own-record-request.ts'
import { lookUpReasonSchema } from '../trail/trail-event.ts'
import { saveResultSchema } from './paper-channels.ts'

const trailProofSchema = z.discriminatedUnion('whole', [
  z.object({
    whole: z.literal(true),
    links: z.number().int().min(0),
    head: z.string(),
    cut: z.number().int().min(0),
  }),
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
  /** A scan or photos begin: the page may open a camera until 'camera.close', and for 90 seconds at most. */
  'camera.open': { request: z.object({}), response: z.object({}) },
  'camera.close': { request: z.object({}), response: z.object({}) },
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
  /**
   * Who looked at a person, for that person's own record: by office and day, never by name. The asking itself goes on
   * the trail first. Refused: 'not-allowed'.
   */
  'trail.looks': {
    request: z.object({
      /** Key of the person's record. */
      record: z.string().startsWith('person:').max(100),
      /** Key of the household's record, whose page shows the person too. */
      household: z.string().startsWith('household:').max(100),
      request: ownRecordRequestSchema,
    }),
    response: z.object({
      looks: z.array(z.object({ at: z.string(), role: roleSchema.optional(), reason: lookUpReasonSchema })),
      /** Instant of the trail's first line. */
      since: z.string().optional(),
    }),
  },
}
