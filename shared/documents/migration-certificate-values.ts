import type { PlainDate } from '../base/plain-date.ts'
import {
  serialOnPaper,
  type CertificateContent,
  type CertificatePerson,
  type Issue,
  type Place,
  type SheetSerial,
} from '../register/certificate.ts'
import {
  columns,
  personFields,
  type Column,
  type MigrationCertificateKey,
  type PersonValueKey,
  type SheetValueKey,
} from './migration-certificate-form.ts'

/** Printed words for the national codes on the sheet (GB/T 2261.1, 3304, 4658, 2261.2). */
export interface Wording {
  sex(code: string): string
  ethnicGroup(code: string): string
  education(code: string): string
  maritalStatus(code: string): string
}

export type PrintedIssue = Pick<Issue, 'issuedOn' | 'validUntil' | 'issuerName' | 'handler' | 'remark'>

export type MigrationCertificateValues = Readonly<Record<MigrationCertificateKey, string>>

const wholeHouseholdMark = '★全户迁移★'
const holderRelation = '持证人'
/** Closes the person columns, so that nobody can be written in after issuing. */
const blankBelow = '以下空白'

/** What stands in each box; an empty text leaves the box empty. */
export function migrationCertificateValues(
  content: CertificateContent,
  serial: SheetSerial,
  issue: PrintedIssue,
  wording: Wording,
): MigrationCertificateValues {
  const sheet = sheetValues(content, serial, issue)
  return columns.reduce<MigrationCertificateValues>(
    (values, column) => ({ ...values, ...columnValues(content.persons, column, wording) }),
    { ...emptyColumns(), ...sheet },
  )
}

function sheetValues(
  content: CertificateContent,
  serial: SheetSerial,
  issue: PrintedIssue,
): Record<SheetValueKey, string> {
  const issued = dateParts(issue.issuedOn)
  const valid = dateParts(issue.validUntil)
  return {
    serial: serialOnPaper(serial),
    wholeHousehold: content.wholeHousehold ? wholeHouseholdMark : '',
    householdKind: content.householdKind === 'family' ? '家庭户' : '集体户',
    moveReason: content.persons[0]?.moveReason ?? '',
    origin: placeInWords(content.origin),
    destination: placeInWords(content.destination),
    remark: issue.remark,
    issuedYear: issued.year,
    issuedMonth: issued.month,
    issuedDay: issued.day,
    validYear: valid.year,
    validMonth: valid.month,
    validDay: valid.day,
    issuer: issue.issuerName,
    committee: content.originCommittee,
    handler: issue.handler,
  }
}

function columnValues(
  persons: readonly CertificatePerson[],
  column: Column,
  wording: Wording,
): Partial<Record<PersonValueKey, string>> {
  const person = persons[column - 1]
  if (person) return personValues(person, column, wording)
  const isFirstUnused = column === persons.length + 1
  return { [`relation${column}`]: isFirstUnused ? blankBelow : '' }
}

function personValues(
  person: CertificatePerson,
  column: Column,
  wording: Wording,
): Partial<Record<PersonValueKey, string>> {
  const birth = dateParts(person.birthDate)
  return {
    [`relation${column}`]: column === 1 ? holderRelation : person.relation,
    [`name${column}`]: person.name,
    [`formerName${column}`]: person.formerName,
    [`sex${column}`]: wording.sex(person.sex),
    [`ethnicGroup${column}`]: wording.ethnicGroup(person.ethnicGroup),
    [`birthYear${column}`]: birth.year,
    [`birthMonth${column}`]: birth.month,
    [`birthDay${column}`]: birth.day,
    [`birthplace${column}`]: person.birthplace,
    [`nativePlace${column}`]: person.nativePlace,
    [`education${column}`]: person.education === '' ? '' : wording.education(person.education),
    [`occupation${column}`]: person.occupation,
    [`maritalStatus${column}`]:
      person.maritalStatus === '' ? '' : wording.maritalStatus(person.maritalStatus),
    [`citizenId${column}`]: person.citizenId,
    [`moveReason${column}`]: person.moveReason,
  }
}

function emptyColumns(): Record<PersonValueKey, string> {
  const keys = columns.flatMap((column) => personFields.map((field): PersonValueKey => `${field}${column}`))
  return Object.fromEntries(keys.map((key) => [key, ''])) as Record<PersonValueKey, string>
}

/** The region's name and the rest of the address, without saying the region twice. */
function placeInWords(place: Place): string {
  return place.detail.startsWith(place.regionName) ? place.detail : `${place.regionName}${place.detail}`
}

function dateParts(date: PlainDate): { year: string; month: string; day: string } {
  const [year = '', month = '', day = ''] = date.split('-')
  return { year, month, day }
}
