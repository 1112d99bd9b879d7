import { z } from 'zod'
import { attachmentDigestSchema } from '../attachments/attachment.ts'
import { answerBundleSchema, stationBundleSchema } from '../sync/bundle.ts'

const digests = z.array(attachmentDigestSchema).max(1_000_000)

/** The stick between this machine and the city, for a station without a line. */
export const bundleChannels = {
  /**
   * Seals a bundle, asks where it goes, writes it beside its name there, and reads it back. It has no name yet:
   * 'bundle.finish' gives it, once the counter has marked durably what it carries. Of `scans` it takes as many as there
   * is room for beside the messages, in their order, and tells which those are, and which of them the machine does not have.
   * Refused: 'not-allowed', 'must-prove', 'no-city-key'.
   */
  'bundle.write': {
    request: stationBundleSchema
      .pick({ n: true, lastOrder: true, messages: true, leases: true })
      .extend({ scans: digests }),
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('written'), name: z.string(), scans: digests, lost: digests }),
      z.object({ outcome: z.literal('cancelled') }),
      z.object({ outcome: z.literal('failed'), reason: z.string() }),
    ]),
  },
  /** Gives the file its name, or takes it away again. Refused: 'bundle-lost', and the disk's own reasons. */
  'bundle.finish': {
    request: z.object({ keep: z.boolean() }),
    response: z.object({}),
  },
  /**
   * Asks for the city's answer and opens it; leavers, keys and void list in it are taken over.
   * Refused: 'not-allowed', 'must-prove', and the reasons against the file.
   */
  'bundle.open': {
    request: z.object({}),
    response: z.discriminatedUnion('outcome', [
      z.object({
        outcome: z.literal('opened'),
        ...answerBundleSchema.pick({
          n: true,
          madeAt: true,
          verdicts: true,
          handedOut: true,
          leases: true,
          attachments: true,
        }).shape,
      }),
      z.object({ outcome: z.literal('cancelled') }),
    ]),
  },
}
