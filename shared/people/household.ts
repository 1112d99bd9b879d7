import { z } from 'zod'
import { addressSchema } from './address.ts'

/** Family or collective: since the reform of 2016 a household is one or the other, no longer agricultural or not. */
export const householdKindNames = { family: '家庭户', collective: '集体户' } as const
export type HouseholdKind = keyof typeof householdKindNames

export const householdRecordSchema = z
  .object({
    kind: z.literal('household'),
    /** `household:<number>`. */
    key: z.string().startsWith('household:'),
    /** 户号: unique inside the station. */
    number: z.string().min(1).max(20),
    householdKind: z.enum(Object.keys(householdKindNames) as [HouseholdKind, ...HouseholdKind[]]),
    /** The resident's id; empty while a household has no head. */
    headPersonId: z.union([z.uuid(), z.literal('')]),
    address: addressSchema,
    committee: z.string().max(60),
    version: z.number().int().min(0),
  })
  .refine((record) => record.key === householdKey(record.number), {
    path: ['key'],
    error: '户记录的键与户号不一致。',
  })
export type HouseholdRecord = z.infer<typeof householdRecordSchema>

export function householdKey(number: string): string {
  return `household:${number}`
}
