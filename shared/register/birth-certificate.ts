import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'

/** A birth certificate (出生医学证明) that a child was registered on: one certificate, one child. */
export const birthCertificateRecordSchema = z.object({
  kind: z.literal('birth-certificate'),
  /** `birth-certificate:<number>`. */
  key: z.string().startsWith('birth-certificate:'),
  number: z.string().min(1).max(30),
  /** Key of the child's record. */
  child: z.string(),
  usedOn: plainDateSchema,
  caseId: z.string(),
  version: z.number().int().min(0),
})
export type BirthCertificateRecord = z.infer<typeof birthCertificateRecordSchema>

export function birthCertificateKey(number: string): string {
  return `birth-certificate:${number}`
}
