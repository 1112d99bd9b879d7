import { addDays } from '../../shared/base/plain-date.ts'
import type { CaseType } from '../../shared/cases/case-type.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { sheetKindOf } from '../../shared/cases/sheet-steps/sheet-kind.ts'
import { certificateKey } from '../../shared/register/certificate.ts'
import { moveInPermitKey, type MoveInPermitRecord } from '../../shared/register/move-in-permit.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { CaseWalk } from './case-walk.ts'

/** A move-in permit of the station's stock on which nothing stands. */
export function blankPermit(digits: string): MoveInPermitRecord {
  const of = { printYear: 2026, prefix: '蒙', digits }
  return { kind: 'move-in-permit', key: moveInPermitKey(of), station, serial: of, ...blank }
}

const station = exampleStation.code
const blank = {
  state: 'blank',
  source: 'register',
  reissues: 0,
  version: 1,
} as const
const serial = { printYear: 2026, prefix: '蒙', digits: '00000901' }
/** Within what any of the sheets may be valid for. */
const daysValid = 25

/** The blank sheet that a walk of this matter prints on; none for a matter without sheets. */
export function blankSheetsOf(caseType: CaseType): RegisterRecord[] {
  const kind = sheetKindOf(caseType)
  if (!kind) return []
  return kind.recordKind === 'certificate'
    ? [{ kind: 'certificate', key: certificateKey(serial), station, serial, ...blank }]
    : [blankPermit(serial.digits)]
}

/** A second person says that the typed counterfoil is the paper one. */
export function compareCounterfoil(walk: CaseWalk): string[] {
  if (walk.caseFile?.status !== 'awaiting-comparison') return []
  const facts = { agrees: true, note: '', stationName: exampleStation.name }
  return walk.take('compareCounterfoil', facts, 'secondOfficer')
}

/** Prints the sheet, says that it came out, and hands it over; as far as nothing refuses. */
export function printAndHandOver(walk: CaseWalk, day: string): string[] {
  if (walk.caseFile?.status !== 'approved' || !('print' in walk.caseType.steps)) return []
  const printing = {
    serial,
    issuedOn: day,
    validUntil: addDays(day, daysValid),
    issuerName: exampleStation.name,
  }
  const steps = [
    () => walk.take('print', printing),
    () => walk.take('confirmSheet', { answer: 'good' }),
    () => walk.take('handOver', { receivedBy: '样领取', signed: true }),
  ]
  return steps.reduce<string[]>((refusals, step) => (refusals.length > 0 ? refusals : step()), [])
}
