import { z } from 'zod'
import { attachmentSchema } from '../../shared/attachments/attachment.ts'
import type { Action } from '../../shared/cases/action.ts'
import type { Codec } from './codec.ts'
import type { AttachmentRow } from './database.ts'

const namedSchema = z.object({ attachments: z.array(attachmentSchema) })

/** What an attachment's row holds, sealed. */
export const attachmentContentSchema = z.object({ digest: z.string(), bytes: z.number() })

/** The key of a file of a case: a keyed digest, so that the row tells nobody which file it is. */
export function attachmentKey({ digest: digestOf }: Codec, caseId: string, digest: string): string {
  return digestOf(`attachment:${caseId}:${digest}`)
}

/** A row for each file that an action names: from elsewhere, until it is known to wait here. */
export async function attachmentRows(codec: Codec, action: Action): Promise<AttachmentRow[]> {
  const named = action.step === 'attach' ? namedSchema.safeParse(action.facts) : undefined
  if (!named?.success) return []
  return Promise.all(
    named.data.attachments.map(async ({ digest, bytes }): Promise<AttachmentRow> => {
      const key = attachmentKey(codec, action.caseId, digest)
      const sealed = await codec.seal({ digest, bytes }, `attachments/${key}`)
      return { key, caseId: action.caseId, actionId: action.id, state: 'elsewhere', sealed }
    }),
  )
}
