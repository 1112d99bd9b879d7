import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import { registerEntrySchema } from '../register/register-entry.ts'
import { addressSchema } from './address.ts'

/** Family or collective: since the reform of 2016 a household is one or the other, no longer agricultural or not. */
export const householdKindNames = { family: '家庭户', collective: '集体户' } as const
export type HouseholdKind = keyof typeof householdKindNames

/** Kinds of collective household (公通字〔2021〕12号, clauses 14 to 18; notice 二(二)). */
export const collectiveKindNames = {
  unit: '单位集体户',
  school: '学校集体户',
  talent: '人才集体户',
  community: '社区集体户',
  welfare: '福利机构集体户',
  temple: '寺庙宫观集体户',
} as const
export type CollectiveKind = keyof typeof collectiveKindNames

/** What a collective household has beside the household: the unit, its steward, and where it stands. */
export const collectiveSchema = z.object({
  collectiveKind: z.enum(Object.keys(collectiveKindNames) as [CollectiveKind, ...CollectiveKind[]]),
  unitName: z.string().min(1).max(60),
  creditCode: z.string().max(18),
  headName: z.string().max(50),
  steward: z.object({
    name: z.string().max(50),
    citizenId: z.string().max(18),
    phone: z.string().max(30),
    appointedBy: z.string().max(60),
  }),
  approvedOn: plainDateSchema,
  /** Normal; its members are being given a way out; or ended. */
  state: z.enum(['normal', 'awaiting-disposal', 'withdrawn']),
  /** Loans of a member's card; open until it came back. */
  loans: z.array(
    z.object({
      personId: z.uuid(),
      purpose: z.string().max(60),
      lentOn: plainDateSchema,
      dueOn: plainDateSchema,
      returnedOn: plainDateSchema.optional(),
    }),
  ),
})
export type Collective = z.infer<typeof collectiveSchema>

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
    /** Key of the committee's record, which carries the urban-rural class. */
    locality: z.string().startsWith('locality:').optional(),
    collective: collectiveSchema.optional(),
    /** Absent while the household stands. */
    withdrawnOn: plainDateSchema.optional(),
    /** The household's history, oldest first; the legacy kind of an import is kept here and nowhere else. */
    entries: z.array(registerEntrySchema).optional(),
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
