import { z } from 'zod'
import {
  attachmentSchema,
  isSameAttachment,
  mostAttachmentBytesOfCase,
  mostAttachmentsAtOnce,
  mostAttachmentsOfCase,
} from '../../attachments/attachment.ts'
import { accepted, refused } from '../../base/outcome.ts'
import { caseStatuses } from '../case-file.ts'
import { defineStep, type Step } from '../step.ts'

/**
 * 附扫描件: names the files that belong to the case; their bytes travel later and never hold a step up. What the case
 * names already is passed over, so that two desks may add the same picture.
 */
const attachStep = defineStep({
  name: '附扫描件',
  permission: 'prepare-case',
  from: caseStatuses,
  to: [],
  beside: true,
  facts: z.strictObject({ attachments: z.array(attachmentSchema).min(1).max(mostAttachmentsAtOnce) }),
  decide: ({ caseFile }, { attachments: added }) => {
    if (!caseFile) return refused(noCase)
    const attachments = [...(caseFile.attachments ?? [])]
    for (const each of added)
      if (!attachments.some((present) => isSameAttachment(present, each))) attachments.push(each)
    const bytes = attachments.reduce((sum, each) => sum + each.bytes, 0)
    if (attachments.length > mostAttachmentsOfCase || bytes > mostAttachmentBytesOfCase)
      return refused(tooMany)
    return accepted({ status: caseFile.status, attachments })
  },
})

/** 移除扫描件: a picture that does not belong to the case. Who added it and who took it off stays in the history. */
const detachStep = defineStep({
  name: '移除扫描件',
  permission: 'prepare-case',
  from: caseStatuses,
  to: [],
  beside: true,
  facts: attachmentSchema.pick({ digest: true, material: true }),
  decide: ({ caseFile }, removed) => {
    if (!caseFile) return refused(noCase)
    const attachments = (caseFile.attachments ?? []).filter((each) => !isSameAttachment(each, removed))
    return accepted({ status: caseFile.status, attachments })
  },
})

const noCase = { code: 'no-case', message: '没有这个案件。' }
const tooMany = {
  code: 'too-many-attachments',
  field: 'attachments',
  message: `一个案件最多${mostAttachmentsOfCase}件扫描件、共200兆，没有添加。请去掉多余的再加。`,
}

/** Steps that every case type has beside its own workflow. */
export const attachmentSteps: Readonly<Record<string, Step>> = { attach: attachStep, detach: detachStep }
