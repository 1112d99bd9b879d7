import type { PlainDate } from '../../shared/base/plain-date.ts'
import {
  certificateKey,
  type CertificateRecord,
  type SheetSerial,
} from '../../shared/register/certificate.ts'

/** The station's numbered sheets: one running number for each year of printing, handed out in order. */
export class SheetRoll {
  readonly #taken = new Map<number, number>()

  constructor(private readonly station: string) {}

  take(day: PlainDate): SheetSerial {
    const printYear = Number(day.slice(0, 4))
    const before = this.#taken.get(printYear) ?? 0
    this.#taken.set(printYear, before + 1)
    const digits = String((printYear - 2000) * 20_000 + 1201 + before).padStart(8, '0')
    return { printYear, prefix: '蒙', digits }
  }

  takeBlank(day: PlainDate): CertificateRecord {
    const serial = this.take(day)
    return {
      kind: 'certificate',
      key: certificateKey(serial),
      station: this.station,
      serial,
      state: 'blank',
      source: 'register',
      reissues: 0,
      version: 1,
    }
  }
}
