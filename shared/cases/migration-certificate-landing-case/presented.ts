import type { Outcome } from '../../base/outcome.ts'
import { certificateKey, type CertificateRecord, type SheetSerial } from '../../register/certificate.ts'
import { moveInPermitKey, type MoveInPermitRecord } from '../../register/move-in-permit.ts'
import { findMoveInPermit, type RecordView } from '../../register/record.ts'
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

/** Names of those on the certificate who died before they could land. */
export function deceasedOf({ deaths = [] }: LandingFacts): readonly string[] {
  return deaths.flatMap(({ name }) => name ?? [])
}

/** Key of the permit on which the certificate rests; none where its number cannot be read as one of ours. */
export function permitKeys({ presentedContent }: LandingFacts): readonly string[] {
  const serial = readTypedSerial(presentedContent?.permitNumber ?? '', 'presentedContent')
  return serial.ok ? [moveInPermitKey(serial.value)] : []
}

/** The permit that this station issued has done its work and cannot be used or replaced any more. */
export function permitUsedUp(
  facts: LandingFacts,
  records: RecordView,
  day: string,
  office: string,
): readonly MoveInPermitRecord[] {
  return permitKeys(facts).flatMap((key) => {
    const permit = findMoveInPermit(records, key)
    if (permit?.state !== 'issued') return []
    return [
      { ...permit, state: 'landed' as const, landing: { on: day, office, source: 'presented' as const } },
    ]
  })
}
