import type { CertificateRecord } from '../../shared/register/certificate.ts'
import type { MoveInPermitRecord } from '../../shared/register/move-in-permit.ts'
import type { RegisterRecord, SheetRecord } from '../../shared/register/record.ts'
import type { Register } from '../local/register.ts'
import type { Found } from './resident-index.ts'

interface Line<Sheet> {
  readonly sheet: Sheet
  readonly text: string
}

/** Every numbered sheet of a kind, newest first, searchable by any part of a name, ID number or serial. */
export class SheetIndex<Sheet extends SheetRecord> {
  #lines: Line<Sheet>[] = []
  #revision = -1

  constructor(
    private readonly register: Register,
    private readonly isOfKind: (record: RegisterRecord) => record is Sheet,
  ) {}

  /** Sheets that `wanted` lets through and in which every word typed occurs; all of them for an empty query. */
  search(query: string, wanted: (sheet: Sheet) => boolean, most: number): Found<Sheet> {
    this.#refresh()
    const words = query.toLowerCase().split(/\s+/).filter(Boolean)
    const rows: Sheet[] = []
    let total = 0
    for (const { sheet, text } of this.#lines) {
      if (!wanted(sheet) || !words.every((word) => text.includes(word))) continue
      total += 1
      if (rows.length < most) rows.push(sheet)
    }
    return { rows, total }
  }

  #refresh(): void {
    if (this.#revision === this.register.revision) return
    const lines: Line<Sheet>[] = []
    for (const record of this.register.all()) {
      if (this.isOfKind(record)) lines.push({ sheet: record, text: textOf(record) })
    }
    this.#lines = lines.sort((one, other) => newestFirst(one.sheet, other.sheet))
    this.#revision = this.register.revision
  }
}

export function certificateIndex(register: Register): SheetIndex<CertificateRecord> {
  return new SheetIndex(register, (record) => record.kind === 'certificate')
}

export function permitIndex(register: Register): SheetIndex<MoveInPermitRecord> {
  return new SheetIndex(register, (record) => record.kind === 'move-in-permit')
}

/** Sheets of the kind that a screen is about. */
export function sheetIndex(register: Register, kind: SheetRecord['kind']): SheetIndex<SheetRecord> {
  return new SheetIndex<SheetRecord>(register, (record): record is SheetRecord => record.kind === kind)
}

/** Everybody named on a sheet; a permit names its applicant too. */
export function namesOn(sheet: SheetRecord): string {
  if (!sheet.content) return ''
  const people = 'persons' in sheet.content ? sheet.content.persons : sheet.content.movers
  return people.map(({ name }) => name).join('、')
}

function textOf({ serial, content }: SheetRecord): string {
  const people = peopleIn(content).flatMap(({ name, citizenId }) => [name, citizenId])
  return [`${serial.prefix}${serial.printYear}-${serial.digits}`, ...people].join('\n').toLowerCase()
}

function peopleIn(
  content: SheetRecord['content'],
): readonly { readonly name: string; readonly citizenId: string }[] {
  if (!content) return []
  return 'persons' in content ? content.persons : [content.applicant, ...content.movers]
}

function newestFirst(one: SheetRecord, other: SheetRecord): number {
  const byDay = (other.issue?.issuedOn ?? '').localeCompare(one.issue?.issuedOn ?? '')
  return byDay === 0 ? one.key.localeCompare(other.key) : byDay
}
