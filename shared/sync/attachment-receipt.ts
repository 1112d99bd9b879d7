import { z } from 'zod'
import { attachmentDigestSchema } from '../attachments/attachment.ts'

/** Where the uploads of the city lie; below it a digest is the address of its upload. */
export const uploadsPath = '/v1/attachment-uploads'

/**
 * GET /v1/attachments/DIGEST/receipt: whether the city holds a file whole, its digest checked. Nothing else counts as
 * received.
 */
export const attachmentReceiptSchema = z.object({
  digest: attachmentDigestSchema,
  state: z.enum(['awaited', 'stored']),
  /** Bytes that are safe at the city. */
  bytes: z.number().int().min(0),
})
export type AttachmentReceipt = z.infer<typeof attachmentReceiptSchema>
