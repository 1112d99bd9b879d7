import { regions } from '../../codes/gbt2260-region.ts'
import { migrationCertificateForm } from '../../documents/migration-certificate-form.ts'
import { moveInPermitForm } from '../../documents/move-in-permit-form.ts'
import type { OverprintForm } from '../../documents/overprint-form.ts'
import { moveInPermitProofPlaces, type ProofPlace } from '../../documents/proof-code.ts'
import {
  certificateKey,
  serialInWords,
  type CertificateRecord,
  type SheetSerial,
} from '../../register/certificate.ts'
import type { DrawnNumber } from '../../register/draw-numbers.ts'
import { seriesOf, type LeaseKind } from '../../register/lease.ts'
import {
  moveInPermitKey,
  moveInPermitSerialInWords,
  type MoveInPermitRecord,
} from '../../register/move-in-permit.ts'
import {
  findCertificate,
  findMoveInPermit,
  type RecordKey,
  type RecordView,
  type SheetRecord,
} from '../../register/record.ts'
import type { CaseType } from '../case-type.ts'

/** A station as far as a sheet names it: twelve digits and the name on its seal. */
interface Issuer {
  readonly code: string
  readonly name: string
}

/** What tells one kind of numbered sheet from another; the steps that print, confirm and reissue are the same. */
export interface SheetKind<Sheet extends SheetRecord = SheetRecord> {
  /** Also the id of its overprint paper and of its printing form; the archive copy adds `-archive`. */
  readonly id: 'migration-certificate' | 'move-in-permit'
  readonly recordKind: Sheet['kind']
  /** The blocks in which the city hands out its blank sheets. */
  readonly leaseKind: LeaseKind
  readonly name: string
  readonly form: OverprintForm<string>
  /** Where its QR code stands, on places that the printing house left free. */
  readonly proofPlaces: readonly ProofPlace[]
  /** Name of the figure that says for how many days it is good, and the clause behind it. */
  readonly validity: { readonly figure: string; readonly clause: string }
  readonly key: (serial: SheetSerial) => RecordKey
  readonly find: (records: RecordView, key: RecordKey) => Sheet | undefined
  /** The number as it stands on the sheet. */
  readonly inWords: (serial: SheetSerial) => string
  /** Whose certificate it is when a station prints it. */
  readonly issuer: (station: Issuer) => Issuer
}

export const migrationCertificateSheet: SheetKind<CertificateRecord> = {
  id: 'migration-certificate',
  recordKind: 'certificate',
  leaseKind: 'certificate-blanks',
  name: '户口迁移证',
  form: migrationCertificateForm,
  proofPlaces: [{ left: 176, top: 172, side: 25 }],
  validity: { figure: 'certificate-validity', clause: 'MC-1' },
  key: certificateKey,
  find: findCertificate,
  inWords: serialInWords,
  issuer: (station) => station,
}

/** Issued in the name of the county bureau, which approves it; the station keeps the stock and prints. */
export const moveInPermitSheet: SheetKind<MoveInPermitRecord> = {
  id: 'move-in-permit',
  recordKind: 'move-in-permit',
  leaseKind: 'permit-blanks',
  name: '准予迁入证明',
  form: moveInPermitForm,
  proofPlaces: moveInPermitProofPlaces,
  validity: { figure: 'permit-validity', clause: 'MC-2' },
  key: moveInPermitKey,
  find: findMoveInPermit,
  inWords: moveInPermitSerialInWords,
  issuer: ({ code }) => ({ code: countyBureauCode(code), name: countyBureauName(code) }),
}

/** A sheet as a number drawn from the stock. */
export function drawnSheet(
  { leaseKind, inWords }: SheetKind,
  serial: SheetSerial,
  purpose: DrawnNumber['purpose'],
): DrawnNumber {
  return {
    kind: leaseKind,
    series: seriesOf(serial),
    number: Number(serial.digits),
    words: inWords(serial),
    purpose,
  }
}

export const sheetKinds: readonly SheetKind[] = [migrationCertificateSheet, moveInPermitSheet]

/** The kind of sheet that a case type prints; undefined when it prints none. */
export function sheetKindOf({ papers }: CaseType): SheetKind | undefined {
  return sheetKinds.find(({ id }) => papers.some((paper) => paper.id === id))
}

export function kindOfSheet(sheet: SheetRecord): SheetKind {
  return sheet.kind === 'certificate' ? migrationCertificateSheet : moveInPermitSheet
}

/** The sheet that a key of the register names, also one that this register does not hold; another text as it is. */
export function sheetOfKeyInWords(key: RecordKey): string {
  const [, recordKind, prefix = '', printYear, digits = ''] =
    /^([\w-]+):(\D+)(\d{4})-(\d{8})$/.exec(key) ?? []
  const kind = sheetKinds.find((each) => each.recordKind === recordKind)
  return kind ? `${kind.name} ${kind.inWords({ prefix, printYear: Number(printYear), digits })}` : key
}

export function sheetInWords(sheet: SheetRecord): string {
  return kindOfSheet(sheet).inWords(sheet.serial)
}

/** Twelve digits for the bureau of the county to which a station's code belongs. */
export function countyBureauCode(stationCode: string): string {
  return `${stationCode.slice(0, 6)}000000`
}

/** 敖汉旗公安局; a district has a branch of the city's bureau: 赤峰市公安局红山区分局. */
export function countyBureauName(stationCode: string): string {
  const own = ownNameOf(stationCode.slice(0, 6))
  return own.endsWith('区') ? `${ownNameOf(`${stationCode.slice(0, 4)}00`)}公安局${own}分局` : `${own}公安局`
}

function ownNameOf(code: string): string {
  return regions.entries.find((region) => region.code === code)?.ownName ?? '旗县区'
}
