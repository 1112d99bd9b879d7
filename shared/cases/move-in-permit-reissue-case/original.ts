import { refused, accepted, type Outcome } from '../../base/outcome.ts'
import { addDays, type PlainDate } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import {
  moveInPermitKey,
  type MoveInPermitContent,
  type MoveInPermitRecord,
} from '../../register/move-in-permit.ts'
import { findMoveInPermit, type RecordView } from '../../register/record.ts'
import { readTypedSerial } from '../../register/typed-serial.ts'
import type { PartialFacts } from '../fields.ts'
import { permitContentOf } from '../permit-content.ts'
import { countyBureauCode, countyBureauName } from '../sheet-steps/sheet-kind.ts'
import type { PermitReissueFacts } from './fields.ts'

/** The register's key of the original, from the pick or from the counterfoil. */
export function findOriginalKey({
  originalSource,
  original,
  counterfoilSerial,
}: PermitReissueFacts): string | undefined {
  if (originalSource === 'register') return original?.key
  const serial =
    originalSource === 'counterfoil' && counterfoilSerial
      ? readTypedSerial(counterfoilSerial, 'counterfoilSerial')
      : undefined
  return serial?.ok ? moveInPermitKey(serial.value) : undefined
}

/** The original's content: from the register's record, or as typed from the counterfoil. */
export function findOriginalContent(facts: PermitReissueFacts): MoveInPermitContent | undefined {
  return facts.originalSource === 'counterfoil' ? permitContentOf(facts) : facts.original?.content
}

export function findIssueDate(facts: PermitReissueFacts): PlainDate | undefined {
  return facts.originalSource === 'counterfoil' ? facts.counterfoilIssuedOn : facts.original?.issue?.issuedOn
}

/** The last day of the original: as written on it, or reckoned from its counterfoil. */
export function findValidUntil(facts: PermitReissueFacts): PlainDate | undefined {
  if (facts.originalSource !== 'counterfoil') return facts.original?.issue?.validUntil
  const { counterfoilIssuedOn } = facts
  return (
    counterfoilIssuedOn && addDays(counterfoilIssuedOn, numberInForce('permit-validity', counterfoilIssuedOn))
  )
}

/** The facts with the register's record of this moment in place of the one that the clerk picked. */
export function refreshOriginal(form: PartialFacts, records: RecordView): PartialFacts {
  const facts: PermitReissueFacts = form
  const current = findMoveInPermit(records, findOriginalKey(facts) ?? '')
  return facts.originalSource === 'register' && current ? { ...form, original: current } : form
}

/** The record that a compared counterfoil puts into the register, so that the reissue has an original to void. */
export function recordFromCounterfoil(form: PartialFacts, station: string): Outcome<MoveInPermitRecord> {
  const facts: PermitReissueFacts = form
  const serial = readTypedSerial(facts.counterfoilSerial ?? '', 'counterfoilSerial')
  if (!serial.ok) return serial
  const content = permitContentOf(facts)
  const validUntil = findValidUntil(facts)
  if (!content || !facts.counterfoilIssuedOn || !validUntil) {
    return refused({
      code: 'counterfoil-incomplete',
      field: 'movers',
      message: '存根内容没有录完，请补齐后再核对。',
    })
  }
  return accepted({
    kind: 'move-in-permit',
    key: moveInPermitKey(serial.value),
    station,
    serial: serial.value,
    state: 'issued',
    content,
    issue: {
      issuedOn: facts.counterfoilIssuedOn,
      validUntil,
      issuerCode: countyBureauCode(station),
      issuerName: countyBureauName(station),
      handler: '',
      remark: '',
    },
    source: 'counterfoil',
    reissues: 0,
    version: 0,
  })
}
