import { z } from 'zod'
import {
  attachmentDigestSchema,
  attachmentMediaTypes,
  mostAttachmentBytes,
} from '../attachments/attachment.ts'
import { bytesSchema } from './bytes.ts'

const digest = attachmentDigestSchema
const fileSchema = z.object({
  digest,
  mediaType: z.enum(attachmentMediaTypes),
  bytes: z.number().int().min(1).max(mostAttachmentBytes),
})

/** What came of an upload: only the city's own receipt makes it received. */
export const sendingResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('received') }),
  /** Stopped by this desk, because an action waits to go first. */
  z.object({ outcome: z.literal('paused') }),
  /** Tried again later; `retryAfter` is how many seconds the city wants to be left alone. */
  z.object({
    outcome: z.literal('waits'),
    reason: z.string(),
    retryAfter: z.number().int().positive().exactOptional(),
  }),
  /** Only scanning it anew helps: this machine does not have the file. */
  z.object({ outcome: z.literal('not-here'), reason: z.string() }),
])
export type SendingResult = z.infer<typeof sendingResultSchema>

/** Scans and photos: kept sealed by the machine, sent and fetched over its line. */
export const attachmentChannels = {
  /** Keeps a file, durably before it answers. Refused: 'not-allowed', the reasons of `judgeContent`, 'disk-full'. */
  'attachments.keep': { request: z.object({ bytes: bytesSchema }), response: fileSchema },
  /** A file as it is kept here. Refused: 'not-allowed', 'attachment-not-here'. */
  'attachments.read': { request: z.object({ digest }), response: z.object({ bytes: bytesSchema }) },
  /**
   * Compares the files with what cases and drafts name: what nobody names is set aside, and what is named and was set
   * aside comes back.
   */
  'attachments.settle': {
    request: z.object({ named: z.array(digest).max(1_000_000) }),
    response: z.object({ here: z.array(digest), setAside: z.number().int().min(0) }),
  },
  /** Sends a file to the city, from where the last try ended. Tells its progress by the event. */
  'attachments.send': { request: z.object({ digest }), response: sendingResultSchema },
  /** Stops the upload that runs; what the city has of it stays there. */
  'attachments.pause': { request: z.object({}), response: z.object({}) },
  /** Fetches a file that another desk of the station sent. Refused: 'not-allowed', 'attachment-not-fetched'. */
  'attachments.fetch': { request: z.object({ digest }), response: z.object({}) },
}

/** How far the upload has come, in bytes that the city has. */
export const attachmentProgressSchema = z.object({
  digest,
  sent: z.number().int().min(0),
  total: z.number().int().min(0),
})
