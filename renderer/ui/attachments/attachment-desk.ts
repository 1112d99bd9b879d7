import type { Attachment } from '../../../shared/attachments/attachment.ts'
import type { Outcome } from '../../../shared/base/outcome.ts'
import type { AttachmentState } from '../../local/attachments.ts'

/** What a checklist needs to show and take scans, whether for a draft or for a case. */
export interface AttachmentDesk {
  readonly attachments: readonly Attachment[]
  readonly mayAdd: boolean
  /** Undefined while it belongs to a draft alone. */
  readonly stateOf: (digest: string) => AttachmentState | undefined
  readonly mayRemove: (digest: string) => boolean
  readonly add: (files: readonly File[], material: string | undefined) => void
  /** The same for one file, whose answer goes to whoever hands it in and not into the notice. */
  readonly addOne: (file: File, material: string | undefined) => Promise<Outcome<unknown>>
  readonly remove: (attachment: Attachment) => void
  /** The material that a pasted picture goes to. */
  readonly aim: (material: string | undefined) => void
  /** What goes on and what went wrong, above the checklist. */
  readonly notice: {
    readonly preparing: { readonly done: number; readonly total: number } | undefined
    readonly faults: readonly string[]
    readonly removed: Attachment | undefined
    readonly undo: () => void
  }
}
