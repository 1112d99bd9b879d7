import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { addressSchema } from '../people/address.ts'
import { registerEntrySchema } from './register-entry.ts'

export const residencePermitStateNames = {
  applied: '已申领',
  issued: '使用中',
  suspended: '功能中止',
  replaced: '已换补',
  cancelled: '已注销',
} as const
export type ResidencePermitState = keyof typeof residencePermitStateNames

/** A residence permit (居住证, 居住证暂行条例 and 公通字〔2021〕12号, clauses 63 to 73). */
export const residencePermitRecordSchema = z.object({
  kind: z.literal('residence-permit'),
  /** `residence-permit:<number>`. */
  key: z.string().startsWith('residence-permit:'),
  number: z.string().min(1).max(30),
  holder: z.object({
    name: z.string().min(1).max(50),
    sex: z.string(),
    ethnicGroup: z.string(),
    birthDate: plainDateSchema,
    citizenId: z.string().max(18),
    hukouAddress: addressSchema,
  }),
  residence: addressSchema,
  residesSince: plainDateSchema,
  /** Why: a job, a dwelling or a study place. */
  ground: z.enum(['job', 'dwelling', 'study']),
  state: z.enum(Object.keys(residencePermitStateNames) as [ResidencePermitState, ...ResidencePermitState[]]),
  issuedOn: plainDateSchema,
  /** The day from which years of residence count; a late endorsement sets it anew (clause 70). */
  yearsCountFrom: plainDateSchema,
  /** The last day on which the permit is usable without a further endorsement. */
  usableUntil: plainDateSchema,
  endorsements: z.array(z.object({ on: plainDateSchema, until: plainDateSchema, late: z.boolean() })),
  replacements: z.array(z.object({ on: plainDateSchema, reason: z.string().max(60) })),
  entries: z.array(registerEntrySchema),
  version: z.number().int().min(0),
})
export type ResidencePermitRecord = z.infer<typeof residencePermitRecordSchema>

export function residencePermitKey(number: string): string {
  return `residence-permit:${number}`
}
