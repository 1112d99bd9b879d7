import { accepted, refused, type Outcome } from '../../base/outcome.ts'
import { addDays, type PlainDate } from '../../base/plain-date.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import {
  certificateKey,
  type CertificateContent,
  type CertificateRecord,
  type SheetSerial,
} from '../../register/certificate.ts'
import { findCertificate, type RecordView } from '../../register/record.ts'
import { readTypedSerial } from '../../register/typed-serial.ts'
import type { PartialFacts } from '../fields.ts'
import type { ReissueFacts } from './fields.ts'

export function readCounterfoilSerial(typed: string): Outcome<SheetSerial> {
  return readTypedSerial(typed, 'counterfoilSerial')
}

/** The register's key of the original, from the pick or from the counterfoil. */
export function findOriginalKey(facts: ReissueFacts): string | undefined {
  if (facts.originalSource === 'register') return facts.original?.key
  const serial =
    facts.originalSource === 'counterfoil' && facts.counterfoilSerial
      ? readCounterfoilSerial(facts.counterfoilSerial)
      : undefined
  return serial?.ok ? certificateKey(serial.value) : undefined
}

/** The original's content: from the register's record, or as typed from the counterfoil. */
export function findOriginalContent(facts: ReissueFacts): CertificateContent | undefined {
  return facts.originalSource === 'counterfoil' ? facts.counterfoilContent : facts.original?.content
}

export function findOriginalIssueDate(facts: ReissueFacts): PlainDate | undefined {
  return facts.originalSource === 'counterfoil' ? facts.counterfoilIssuedOn : facts.original?.issue?.issuedOn
}

/** The facts with the register's record of this moment in place of the one that the clerk picked. */
export function refreshOriginal(form: PartialFacts, records: RecordView): PartialFacts {
  const facts = form as ReissueFacts
  const key = findOriginalKey(facts)
  const current = key ? findCertificate(records, key) : undefined
  return facts.originalSource === 'register' && current ? { ...form, original: current } : form
}

/** The record that a compared counterfoil puts into the register, so that the reissue has an original to void. */
export function recordFromCounterfoil(
  facts: ReissueFacts,
  station: string,
  stationName: string,
): Outcome<CertificateRecord> {
  const serial = readCounterfoilSerial(facts.counterfoilSerial ?? '')
  if (!serial.ok) return serial
  if (!facts.counterfoilContent || !facts.counterfoilIssuedOn) {
    return refused({
      code: 'counterfoil-incomplete',
      field: 'counterfoilContent',
      message: '存根内容没有录完，请补齐后再核对。',
    })
  }
  const days = numberInForce('certificate-validity', facts.counterfoilIssuedOn)
  return accepted({
    kind: 'certificate',
    key: certificateKey(serial.value),
    station,
    serial: serial.value,
    state: 'issued',
    content: facts.counterfoilContent,
    issue: {
      issuedOn: facts.counterfoilIssuedOn,
      validUntil: addDays(facts.counterfoilIssuedOn, days),
      issuerCode: station,
      issuerName: stationName,
      handler: '',
      remark: '',
    },
    source: 'counterfoil',
    reissues: 0,
    version: 0,
  })
}

/** The names of those on the certificate who have died since, as typed. */
export function deceasedOf({ deathNoted = '' }: ReissueFacts): readonly string[] {
  return deathNoted.split(/[、，,；;]/).flatMap((name) => name.trim() || [])
}

/** Content stays as it was; that somebody has died is said in the remark, for the place of arrival (公通字〔2021〕12号, 32). */
export function deathRemark(facts: ReissueFacts): string {
  const names = deceasedOf(facts)
  return names.length > 0 ? `证上${names.join('、')}已死亡，由迁入地同时办理迁入和死亡登记。` : ''
}

/** The last day of the original. */
export function findValidUntil(facts: ReissueFacts): PlainDate | undefined {
  if (facts.originalSource !== 'counterfoil') return facts.original?.issue?.validUntil
  const { counterfoilIssuedOn } = facts
  return (
    counterfoilIssuedOn &&
    addDays(counterfoilIssuedOn, numberInForce('certificate-validity', counterfoilIssuedOn))
  )
}

/** Who issued the original, or where a move inside the Region is followed up. */
export function rightOffice(facts: ReissueFacts): string {
  if (facts.destinationAnswer === 'refuses') {
    return facts.graduate ? '毕业生原籍派出所（恢复户口）' : '户口迁出地派出所（恢复户口）'
  }
  if (facts.originalSource === 'elsewhere') return facts.issuingOffice ?? '原签发机关'
  const destination = findOriginalContent(facts)?.destination.regionName
  const issuer = facts.original?.issue?.issuerName
  return facts.originalSource === 'online' || !issuer ? `迁入地${destination ?? ''}派出所` : issuer
}
