import type { Outcome } from '../../base/outcome.ts'
import { certificateKey, type CertificateRecord, type SheetSerial } from '../../register/certificate.ts'
import { readTypedSerial } from '../../register/typed-serial.ts'
import type { LandingFacts } from './fields.ts'

export function readPresentedSerial(typed: string): Outcome<SheetSerial> {
  return readTypedSerial(typed, 'presentedSerial')
}

export function findPresentedKey(facts: LandingFacts): string | undefined {
  const serial = facts.presentedSerial ? readPresentedSerial(facts.presentedSerial) : undefined
  return serial?.ok ? certificateKey(serial.value) : undefined
}

/** The presented sheet as surrendered here: landed, never to be used again. */
export function surrendered(
  facts: LandingFacts,
  known: CertificateRecord | undefined,
  day: string,
  office: string,
) {
  const serial = readPresentedSerial(facts.presentedSerial ?? '')
  if (!serial.ok) return undefined
  const landing = { on: day, office, source: 'presented' as const }
  if (known) return { ...known, state: 'landed' as const, landing }
  const record: CertificateRecord = {
    kind: 'certificate',
    key: certificateKey(serial.value),
    station: '',
    serial: serial.value,
    state: 'landed',
    source: 'presented',
    reissues: 0,
    version: 0,
    landing,
    ...(facts.presentedContent ? { content: facts.presentedContent } : {}),
    issue: {
      issuedOn: facts.issuedOn ?? day,
      validUntil: facts.validUntil ?? day,
      issuerCode: '',
      issuerName: facts.issuingOffice ?? '',
      handler: '',
      remark: '',
    },
  }
  return record
}
