import { z } from 'zod'
import { householdRecordSchema } from '../people/household.ts'
import { residentRecordSchema, type ResidentRecord } from '../people/resident.ts'
import { birthCertificateRecordSchema } from './birth-certificate.ts'
import { certificateRecordSchema, type CertificateRecord } from './certificate.ts'
import { localityRecordSchema } from './locality.ts'
import { moveInPermitRecordSchema, type MoveInPermitRecord } from './move-in-permit.ts'
import { residencePermitRecordSchema } from './residence-permit.ts'

/** Everything the register holds beside the case files: one record for each person, household, sheet, permit… */
export const registerRecordSchema = z.discriminatedUnion('kind', [
  certificateRecordSchema,
  moveInPermitRecordSchema,
  residentRecordSchema,
  householdRecordSchema,
  residencePermitRecordSchema,
  birthCertificateRecordSchema,
  localityRecordSchema,
])
export type RegisterRecord = z.infer<typeof registerRecordSchema>

/** A numbered sheet from the station's stock, of whichever kind. */
export type SheetRecord = CertificateRecord | MoveInPermitRecord

/**
 * `certificate:…`, `person:…`, `household:…` and so on. `citizen-id:…` stands for the person who is registered under the
 * number, `number-ever:…` for whoever has or had it: both sides find that record by an index, see `citizenIdKey` and
 * `numberEverKey`.
 */
export type RecordKey = string

const citizenIdPrefix = 'citizen-id:'
const numberEverPrefix = 'number-ever:'

/** The key under which a decision asks for whoever is registered at the station with a number. */
export function citizenIdKey(citizenId: string): RecordKey {
  return `${citizenIdPrefix}${citizenId}`
}

/** The number in a key made by `citizenIdKey`; undefined for any other key. */
export function citizenIdIn(key: RecordKey): string | undefined {
  return key.startsWith(citizenIdPrefix) ? key.slice(citizenIdPrefix.length) : undefined
}

/**
 * The key under which a decision that composes a new number asks for whoever has or had it at the station, registered or
 * not: a number is for life and nobody else's afterwards (公通字〔2021〕12号, clause 4).
 */
export function numberEverKey(citizenId: string): RecordKey {
  return `${numberEverPrefix}${citizenId}`
}

/** The number in a key made by `numberEverKey`; undefined for any other key. */
export function numberEverIn(key: RecordKey): string | undefined {
  return key.startsWith(numberEverPrefix) ? key.slice(numberEverPrefix.length) : undefined
}

/** Whether a record is the person whom a key by number asks for; undefined for a key that names its record itself. */
export function holderAskedFor(key: RecordKey): ((record: RegisterRecord) => boolean) | undefined {
  const registered = citizenIdIn(key)
  if (registered !== undefined) return (record) => has(record, registered) && record.status === 'registered'
  const ever = numberEverIn(key)
  return ever === undefined ? undefined : (record) => has(record, ever)
}

function has(record: RegisterRecord, number: string): record is ResidentRecord {
  return record.kind === 'person' && record.citizenId === number
}

/** The records that a decision may look at, by key. A key that was asked for and is not in the register is absent. */
export type RecordView = ReadonlyMap<RecordKey, RegisterRecord>

export function findCertificate(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'certificate' ? record : undefined
}

export function findMoveInPermit(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'move-in-permit' ? record : undefined
}

/** A numbered sheet of either kind. */
export function findSheet(records: RecordView, key: RecordKey) {
  return findCertificate(records, key) ?? findMoveInPermit(records, key)
}

export function findPerson(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'person' ? record : undefined
}

export function findHousehold(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'household' ? record : undefined
}

export function findResidencePermit(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'residence-permit' ? record : undefined
}

export function findLocality(records: RecordView, key: RecordKey) {
  const record = records.get(key)
  return record?.kind === 'locality' ? record : undefined
}
