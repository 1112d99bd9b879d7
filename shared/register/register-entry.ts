import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'

/**
 * Why something in the register of people and households changed. Statistics count these; the words are those of the
 * change page of the registration form (公通字〔1995〕91号).
 */
export const registerCauses = {
  birth: '出生登记',
  'late-registration': '补录户口',
  restored: '恢复户口',
  'moved-in': '迁入',
  'moved-out': '迁出注销',
  'moved-within': '住址变动',
  corrected: '变更更正',
  died: '死亡注销',
  'cancelled-double': '重复户口注销',
  cancelled: '其他注销',
  'household-founded': '立户',
  'household-withdrawn': '撤户',
  'joined-collective': '进入集体户',
  'left-collective': '离开集体户',
  'nature-converted': '户别统一',
  'card-lent': '集体户卡借用',
  reclassified: '城乡分类变动',
} as const
export type RegisterCause = keyof typeof registerCauses

/** One line of a record's history: what stood there, what stands there now, by which case and whose hand. */
export const registerEntrySchema = z.object({
  on: plainDateSchema,
  cause: z.enum(Object.keys(registerCauses) as [RegisterCause, ...RegisterCause[]]),
  /** The item in the words of the form (姓名, 出生日期…); empty where the whole record is meant. */
  item: z.string().max(40),
  before: z.string().max(300),
  after: z.string().max(300),
  reason: z.string().max(300),
  caseId: z.string(),
  caseNumber: z.string(),
  by: z.string().max(50),
})
export type RegisterEntry = z.infer<typeof registerEntrySchema>
