import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { waitsForADecision, type CaseFile } from '../../../shared/cases/case-file.ts'
import { permits } from '../../../shared/people/role.ts'
import { useActor, useDesk, useRecordStep } from '../../desk/desk.tsx'
import { useAttachmentStates } from '../../local/attachments.ts'
import { useIsHalted } from '../../local/hooks.ts'
import type { AttachmentDesk } from '../../ui/attachments/attachment-desk.ts'
import { useAttachmentDesk } from '../../ui/attachments/use-attachment-desk.ts'

/** The scans of a case: adding and removing are steps of it, recorded like every other. */
export function useCaseAttachments(caseFile: CaseFile): AttachmentDesk {
  const { store } = useDesk()
  const { role } = useActor()
  const record = useRecordStep()
  const states = useAttachmentStates(store, caseFile.id)
  const isHalted = useIsHalted(store, caseFile.id)
  const step = (name: 'attach' | 'detach', facts: Parameters<typeof record>[0]['facts']) =>
    record({ caseType: caseFile.caseType, caseId: caseFile.id, step: name, facts })
  return useAttachmentDesk({
    attachments: caseFile.attachments ?? [],
    mayAdd: permits(role, 'prepare-case') && !isHalted && !waitsForADecision(caseFile),
    stateOf: (digest) => states.get(digest),
    attach: (attachment: Attachment) => step('attach', { attachments: [{ ...attachment }] }),
    detach: ({ digest, material }) =>
      step('detach', { digest, ...(material === undefined ? {} : { material }) }),
  })
}
