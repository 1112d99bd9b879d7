import { isSameAttachment, type Attachment } from '../../../shared/attachments/attachment.ts'
import { accepted } from '../../../shared/base/outcome.ts'
import type { AttachmentDesk } from '../../ui/attachments/attachment-desk.ts'
import { useAttachmentDesk } from '../../ui/attachments/use-attachment-desk.ts'
import type { OpenDraft } from './use-draft.ts'

function without(all: readonly Attachment[], one: Attachment): Attachment[] {
  return all.filter((each) => !isSameAttachment(each, one))
}

/** The scans of a draft: in its row at once, like what is typed, and the case's own when it becomes one. */
export function useDraftAttachments({ draft, changeAttachments }: OpenDraft): AttachmentDesk {
  return useAttachmentDesk({
    attachments: draft.attachments ?? [],
    mayAdd: true,
    stateOf: () => undefined,
    attach: async (attachment) => {
      changeAttachments((before) => [...without(before, attachment), attachment])
      return accepted(true)
    },
    detach: async (attachment) => {
      changeAttachments((before) => without(before, attachment))
      return accepted(true)
    },
  })
}
