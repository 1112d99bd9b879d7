import { compareDates, type PlainDate } from '../base/plain-date.ts'
import { spoilAndVoidRegister, type RegisterLine } from '../documents/spoil-and-void-register.ts'
import type { DocumentDefinition } from '../documents/definition.ts'
import type { SheetRecord } from '../register/record.ts'
import type { SheetKind } from './sheet-steps/sheet-kind.ts'
import { sheetInWords } from './sheet-steps/sheet-kind.ts'
import { spoilReasonWords, voidReasonWords } from './states.ts'

interface Listing {
  readonly station: string
  readonly kind: SheetKind
  readonly from: PlainDate
  readonly to: PlainDate
  /** Sheets of the kind; those that were not voided or spoiled between the two days are left out. */
  readonly sheets: readonly SheetRecord[]
}

/** 补发、作废登记簿 of a time: every sheet voided or spoiled in it, with reason, hand and what replaced it. */
export function voidRegisterOf({ station, kind, from, to, sheets }: Listing): DocumentDefinition {
  const byKey = new Map(sheets.map((sheet) => [sheet.key, sheet]))
  const lines = sheets
    .flatMap((sheet) => lineOf(sheet, byKey))
    .filter(({ day }) => from <= day && day <= to)
    .toSorted((one, other) => compareDates(one.day, other.day))
  return spoilAndVoidRegister({ station, sheetName: kind.name, from, to, lines })
}

function lineOf(sheet: SheetRecord, byKey: ReadonlyMap<string, SheetRecord>): RegisterLine[] {
  const { voided, spoiled, replacedBy } = sheet
  const mark = voided ?? spoiled
  if (!mark) return []
  const next = byKey.get(replacedBy ?? '')
  return [
    {
      day: mark.on,
      oldNumber: sheetInWords(sheet),
      newNumber: next ? sheetInWords(next) : '',
      holder: holderOf(sheet),
      reason: voided ? voidReasonWords[voided.reason] : spoiled ? spoilReasonWords[spoiled.reason] : '',
      clerk: mark.by ?? next?.issue?.handler ?? '',
    },
  ]
}

function holderOf(sheet: SheetRecord): string {
  if (!sheet.content) return ''
  return 'persons' in sheet.content ? (sheet.content.persons[0]?.name ?? '') : sheet.content.applicant.name
}
