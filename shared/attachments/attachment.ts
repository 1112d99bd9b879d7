import { z } from 'zod'

/** Largest file that is kept and sent, bytes. Pictures are far smaller once they are compressed; a PDF is taken as it is. */
export const mostAttachmentBytes = 10 * 1024 * 1024
/** Files that one step may add, and that one case may hold. */
export const mostAttachmentsAtOnce = 20
export const mostAttachmentsOfCase = 100
export const mostAttachmentBytesOfCase = 200 * 1024 * 1024
/** What the city takes from one station in one day, bytes. */
export const mostAttachmentBytesOfDay = 1024 * 1024 * 1024

export const attachmentMediaTypes = ['image/jpeg', 'image/png', 'image/webp', 'application/pdf'] as const
export type AttachmentMediaType = (typeof attachmentMediaTypes)[number]

/** SHA-256 of the file's bytes, 64 hex digits: its name everywhere, whoever holds it. */
export const attachmentDigestSchema = z.string().regex(/^[0-9a-f]{64}$/)

const longestName = 60

/** The name under which a file is shown, made from whatever it was called: no path, no control or direction marks. */
export function attachmentName(given: string): string {
  const plain = given
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '_')
    .trim()
  const letters = Array.from(plain)
  const short = letters.length > longestName ? [...letters.slice(0, longestName - 1), '…'] : letters
  return short.join('') || '未命名'
}

/** A scan or photo of a case. The action that adds it names it; the bytes travel later, by themselves. */
export const attachmentSchema = z.strictObject({
  digest: attachmentDigestSchema,
  mediaType: z.enum(attachmentMediaTypes),
  bytes: z.number().int().min(1).max(mostAttachmentBytes),
  name: z
    .string()
    .min(1)
    .max(200)
    .refine((name) => attachmentName(name) === name, '文件名里有不能用的字符'),
  /** Id of the material that it shows; none for a scan that belongs to the case as a whole. */
  material: z.string().min(1).max(60).exactOptional(),
})
export type Attachment = z.infer<typeof attachmentSchema>

/** Whether both are the same file for the same material. */
export function isSameAttachment(
  one: Pick<Attachment, 'digest' | 'material'>,
  other: Pick<Attachment, 'digest' | 'material'>,
): boolean {
  return one.digest === other.digest && one.material === other.material
}
