import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { Register } from '../local/register.ts'
import type { Found } from './resident-index.ts'

interface Line {
  readonly certificate: CertificateRecord
  readonly text: string
}

/** Every numbered sheet of the register, newest first, searchable by any part of a name, ID number or serial. */
export class CertificateIndex {
  #lines: Line[] = []
  #revision = -1

  constructor(private readonly register: Register) {}

  /** Sheets that `wanted` lets through and in which every word typed occurs; all of them for an empty query. */
  search(
    query: string,
    wanted: (certificate: CertificateRecord) => boolean,
    most: number,
  ): Found<CertificateRecord> {
    this.#refresh()
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const rows: CertificateRecord[] = []
    let total = 0
    for (const { certificate, text } of this.#lines) {
      if (!wanted(certificate) || !words.every((word) => text.includes(word))) continue
      total += 1
      if (rows.length < most) rows.push(certificate)
    }
    return { rows, total }
  }

  #refresh(): void {
    if (this.#revision === this.register.revision) return
    const lines: Line[] = []
    for (const record of this.register.all()) {
      if (record.kind === 'certificate') lines.push({ certificate: record, text: textOf(record) })
    }
    this.#lines = lines.sort((one, other) => newestFirst(one.certificate, other.certificate))
    this.#revision = this.register.revision
  }
}

function textOf({ serial, content }: CertificateRecord): string {
  const persons = content?.persons.flatMap(({ name, citizenId }) => [name, citizenId]) ?? []
  return [`${serial.prefix}${serial.printYear}-${serial.digits}`, ...persons].join('\n').toLowerCase()
}

function newestFirst(one: CertificateRecord, other: CertificateRecord): number {
  const byDay = (other.issue?.issuedOn ?? '').localeCompare(one.issue?.issuedOn ?? '')
  return byDay === 0 ? one.key.localeCompare(other.key) : byDay
}
