import { dateInChinese } from '../base/plain-date.ts'
import type { Issue, Place, SheetSerial } from '../register/certificate.ts'
import {
  moveInPermitSerialInWords,
  type MoveInPermitContent,
  type PermitMover,
} from '../register/move-in-permit.ts'
import {
  moverFields,
  moverRows,
  type MoveInPermitKey,
  type MoverRow,
  type MoverValueKey,
} from './move-in-permit-form.ts'

export type PrintedPermitIssue = Pick<Issue, 'issuedOn' | 'validUntil' | 'issuerName' | 'handler' | 'remark'>

/** Printed words for the code of sex (GB/T 2261.1), the only code on the permit. */
export interface PermitWording {
  sex(code: string): string
}

export type MoveInPermitValues = Readonly<Record<MoveInPermitKey, string>>

/** Closes the movers' rows, so that nobody can be written in after issuing. */
const blankBelow = '以下空白'

/** What stands in each box, the same on the three leaves; an empty text leaves the box empty. */
export function moveInPermitValues(
  content: MoveInPermitContent,
  serial: SheetSerial,
  issue: PrintedPermitIssue,
  wording: PermitWording,
): MoveInPermitValues {
  const { applicant } = content
  return {
    ...moverValues(content.movers, wording),
    serial: moveInPermitSerialInWords(serial),
    applicantName: applicant.name,
    applicantId: applicant.citizenId,
    applicantAddress: applicant.address,
    applicantOffice: applicant.registeringOffice,
    moversOffice: content.moversOffice,
    moversAddress: content.moversAddress,
    destination: placeInWords(content.destination),
    destinationOffice: content.destinationOffice,
    reason: content.reason,
    approvingOffice: issue.issuerName,
    handler: issue.handler,
    issuedOn: dateInChinese(issue.issuedOn),
    validUntil: dateInChinese(issue.validUntil),
    moverCount: `${content.movers.length}`,
    remark: issue.remark,
  }
}

function moverValues(movers: readonly PermitMover[], wording: PermitWording): Record<MoverValueKey, string> {
  return moverRows.reduce<Record<MoverValueKey, string>>(
    (values, row) => ({ ...values, ...rowValues(movers, row, wording) }),
    emptyRows(),
  )
}

function rowValues(
  movers: readonly PermitMover[],
  row: MoverRow,
  wording: PermitWording,
): Partial<Record<MoverValueKey, string>> {
  const mover = movers[row - 1]
  if (!mover) return { [`name${row}`]: row === movers.length + 1 ? blankBelow : '' }
  return {
    [`relation${row}`]: mover.relation,
    [`name${row}`]: mover.name,
    [`sex${row}`]: wording.sex(mover.sex),
    [`birthDate${row}`]: mover.birthDate.replaceAll('-', ''),
    [`citizenId${row}`]: mover.citizenId,
  }
}

function emptyRows(): Record<MoverValueKey, string> {
  const keys = moverRows.flatMap((row) => moverFields.map((field): MoverValueKey => `${field}${row}`))
  return Object.fromEntries(keys.map((key) => [key, ''])) as Record<MoverValueKey, string>
}

/** The region's name and the rest of the address, without saying the region twice. */
function placeInWords(place: Place): string {
  return place.detail.startsWith(place.regionName) ? place.detail : `${place.regionName}${place.detail}`
}
