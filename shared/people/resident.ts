import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { registerEntrySchema } from '../register/register-entry.ts'
import { addressSchema } from './address.ts'

export const residentStatusNames = {
  registered: '在册',
  'moved-out': '已迁出',
  deceased: '已死亡',
  cancelled: '已注销',
} as const
export type ResidentStatus = keyof typeof residentStatusNames

/** Why a registration ended; decides which way back there is (国办发〔2015〕96号; 条例1958, clauses 8 to 13). */
export const cancelCauseNames = {
  death: '死亡',
  'moved-out': '迁出',
  'long-absence': '长期外出',
  'declared-missing': '宣告失踪',
  'declared-dead': '宣告死亡',
  'reported-dead-wrongly': '误报死亡',
  marriage: '因结婚注销',
  enlistment: '参军',
  imprisonment: '服刑',
  'settled-abroad': '出国（境）定居',
  'foreign-nationality': '加入外国国籍',
  double: '重复户口',
  false: '虚假户口',
  other: '其他',
} as const
export type CancelCause = keyof typeof cancelCauseNames

/** Parents, spouse and guardians as the register knows them; `personId` when they are registered at this station. */
export const kinSchema = z.object({
  relation: z.enum(['father', 'mother', 'spouse', 'guardian', 'adopter', 'carer']),
  personId: z.uuid().optional(),
  name: z.string().max(50),
  /** Citizen number, or the number of a passport or other document of somebody who has none. */
  documentNumber: z.string().max(30),
})
export type Kin = z.infer<typeof kinSchema>

/**
 * A person in the register, one record for one person. Codes: sex GB/T 2261.1, marital status 2261.2, ethnic group 3304,
 * education 4658, relation to the head 4761. What is not known is an empty text, never a guess.
 */
export const residentRecordSchema = z
  .object({
    kind: z.literal('person'),
    /** `person:<id>`. */
    key: z.string().startsWith('person:'),
    id: z.uuid(),
    /** 户号: the household's number inside the station. */
    householdNumber: z.string().min(1).max(20),
    relationToHead: z.string().regex(/^\d{2}$/),
    /** In the normal form of person-name.ts. */
    name: z.string().min(1).max(50),
    formerName: z.string().max(120),
    sex: z.string().regex(/^[0129]$/),
    ethnicGroup: z.string().regex(/^\d{2}$/),
    birthDate: plainDateSchema,
    birthplace: z.string().max(60),
    nativePlace: z.string().max(60),
    education: z.string().regex(/^(\d{2})?$/),
    occupation: z.string().max(20),
    maritalStatus: z.string().regex(/^(\d{2})?$/),
    /** Eighteen characters, or empty for somebody who has no number yet. */
    citizenId: z.string().regex(/^(\d{17}[\dX])?$/),
    address: addressSchema,
    /** Village or neighbourhood committee. */
    committee: z.string().max(60),
    status: z.enum(Object.keys(residentStatusNames) as [ResidentStatus, ...ResidentStatus[]]),
    /** The day the status was entered. */
    statusOn: plainDateSchema.optional(),
    /** The case that entered the status. */
    statusCase: z.string().optional(),
    /** Why the registration ended, when it did. */
    statusCause: z.enum(Object.keys(cancelCauseNames) as [CancelCause, ...CancelCause[]]).optional(),
    kin: z.array(kinSchema).optional(),
    /** How and when the person came to this address; empty origin for a birth. */
    arrival: z
      .object({ on: plainDateSchema, cause: z.string().max(40), from: z.string().max(200) })
      .optional(),
    /** The person's history here, oldest first. */
    entries: z.array(registerEntrySchema).optional(),
    /** Initials of the name's pinyin in lower case, for search only; several readings stand apart by a space. */
    pinyinInitials: z.string().max(120),
    version: z.number().int().min(0),
  })
  .refine((record) => record.key === residentKey(record.id), {
    path: ['key'],
    error: '人员记录的键与编号不一致。',
  })
export type ResidentRecord = z.infer<typeof residentRecordSchema>

export function residentKey(id: string): string {
  return `person:${id}`
}
