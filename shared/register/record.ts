import { z } from 'zod'
import { householdRecordSchema } from '../people/household.ts'
import { residentRecordSchema } from '../people/resident.ts'
import { certificateRecordSchema } from './certificate.ts'

/** Everything the register holds beside the case files. One record per person, household and numbered sheet. */
export const registerRecordSchema = z.discriminatedUnion('kind', [
  certificateRecordSchema,
  residentRecordSchema,
  householdRecordSchema,
])
export type RegisterRecord = z.infer<typeof registerRecordSchema>

/** `certificate:…`, `person:…` or `household:…`. */
export type RecordKey = string

/** The records that a decision may look at, by key. A key that was asked for and is not in the register is absent. */
export type RecordView = ReadonlyMap<RecordKey, RegisterRecord>

export function findCertificate(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'certificate' ? record : undefined
}

export function findPerson(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'person' ? record : undefined
}
