import { z } from 'zod'

/**
 * Who asks for a person's own record, how they showed who they are, and what for: personal information protection law
 * (个人信息保护法), articles 45 to 50; relatives of somebody who died, article 49. Codes only: the trail names nobody.
 */
export const askers = {
  self: '本人',
  guardian: '监护人',
  agent: '本人书面委托的人',
  relative: '死者的近亲属',
} as const
export type Asker = keyof typeof askers

export const identityProofs = {
  'id-card': '居民身份证',
  'household-booklet': '居民户口簿',
  'other-photo-document': '其他带照片的有效证件',
} as const
export type IdentityProof = keyof typeof identityProofs

export const recordPurposes = {
  copy: '查阅、复制本人信息',
  correction: '核对后申请更正、补充',
  explanation: '要求说明怎样处理本人信息',
  complaint: '投诉、复议、诉讼',
} as const
export type RecordPurpose = keyof typeof recordPurposes

export const ownRecordRequestSchema = z
  .strictObject({
    asker: z.enum(Object.keys(askers) as [Asker, ...Asker[]]),
    identity: z.enum(Object.keys(identityProofs) as [IdentityProof, ...IdentityProof[]]),
    purpose: z.enum(Object.keys(recordPurposes) as [RecordPurpose, ...RecordPurpose[]]),
    /** Guardianship, kinship or the written mandate was seen; whoever asks for themselves needs none. */
    entitlementSeen: z.boolean(),
  })
  .refine(({ asker, entitlementSeen }) => asker === 'self' || entitlementSeen, {
    path: ['entitlementSeen'],
    error: '不是本人来的，要先核对监护、亲属关系证明或者委托书。',
  })
export type OwnRecordRequest = z.infer<typeof ownRecordRequestSchema>
