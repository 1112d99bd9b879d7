import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import { certificateKey, type CertificateRecord } from '../../shared/register/certificate.ts'
import { makeContent, type ContentSetting } from './contents.ts'
import type { SheetRoll } from './sheet-roll.ts'
import type { WorkingTime } from './working-time.ts'

export const blankCount = 300
export const spoiledCount = 26

/** Sheets that never became a certificate, with what spoiled them. */
export function spoiledSheets(
  { register }: ContentSetting,
  time: WorkingTime,
  roll: SheetRoll,
): CertificateRecord[] {
  const { random } = register
  const days = Array.from({ length: spoiledCount }, () => random.pick(time.days)).toSorted()
  return days.map((on) => ({
    ...roll.takeBlank(on),
    state: 'spoiled',
    spoiled: {
      on,
      reason: random.pick(['jammed', 'jammed', 'number-mismatch', 'damaged-in-stock'] as const),
    },
  }))
}

/** What is left in the cupboard: one range of numbers without a gap. */
export function blankSheets(roll: SheetRoll, today: PlainDate): CertificateRecord[] {
  return Array.from({ length: blankCount }, () => roll.takeBlank(today))
}

/** The neighbouring station, which is as made up as this one. */
export const otherStation = { code: '150430101000', name: '敖汉旗四家子镇样例派出所' }

/** Certificates issued by the neighbour and shown to this station: to be referred, never reissued here. */
export function certificatesFromElsewhere(setting: ContentSetting, today: PlainDate): CertificateRecord[] {
  return [9, 16, 23, 40, 130, 300].map((daysAgo, index) => {
    const issuedOn = addDays(today, -daysAgo)
    const printYear = Number(issuedOn.slice(0, 4))
    const serial = {
      printYear,
      prefix: '蒙',
      digits: String((printYear - 2000) * 20_000 + 18_001 + index).padStart(8, '0'),
    }
    return {
      kind: 'certificate',
      key: certificateKey(serial),
      station: otherStation.code,
      serial,
      state: 'issued',
      content: makeContent(setting, issuedOn, undefined, 1),
      issue: {
        issuedOn,
        validUntil: addDays(issuedOn, 30),
        issuerCode: otherStation.code,
        issuerName: otherStation.name,
        handler: '例民警',
        remark: '',
      },
      source: 'register',
      reissues: 0,
      version: 1,
    }
  })
}
