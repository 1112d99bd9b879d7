import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { certificateKey, sheetSerialSchema, type SheetSerial } from './certificate.ts'
import { moveInPermitKey } from './move-in-permit.ts'
import type { RecordKey, SheetRecord } from './record.ts'
import { mostSheetsInARange } from './stock-balance.ts'

const sheetNumber = z.number().int().min(0).max(99_999_999)

/** A run of numbered blank sheets that the city handed to a station after its first package; both ends belong to it. */
export const handedOutRangeSchema = z
  .object({
    station: stationCodeSchema,
    kind: z.enum(['certificate', 'move-in-permit']),
    ...sheetSerialSchema.omit({ digits: true }).shape,
    first: sheetNumber,
    last: sheetNumber,
  })
  .refine(({ first, last }) => first <= last && last - first < mostSheetsInARange)
export type HandedOutRange = z.infer<typeof handedOutRangeSchema>

/** The version of a sheet's record as long as nothing was done with the sheet. */
const untouched = 1

/** The sheets of a range as both sides enter them, lowest number first. */
export function blankSheetsOf({
  station,
  kind,
  prefix,
  printYear,
  first,
  last,
}: HandedOutRange): SheetRecord[] {
  return Array.from({ length: last - first + 1 }, (_, at) =>
    blankSheet(kind, { prefix, printYear, digits: String(first + at).padStart(8, '0') }, station),
  )
}

function blankSheet(kind: SheetRecord['kind'], serial: SheetSerial, station: string): SheetRecord {
  const sheet = {
    serial,
    station,
    state: 'blank',
    source: 'register',
    reissues: 0,
    version: untouched,
  } as const
  return kind === 'certificate'
    ? { kind, key: certificateKey(serial), ...sheet }
    : { kind, key: moveInPermitKey(serial), ...sheet }
}

/** Which versions a step saw, and the station whose step it is: see `Action`. */
interface Seen {
  readonly station: string
  readonly base: { readonly records: Readonly<Record<RecordKey, number>> }
}

/**
 * A sheet that a step of the own station saw untouched and that is not known here: it was handed out, and another machine heard
 * of it first. Undefined for any other key; a step that entered the sheet itself saw none (version 0).
 */
export function sheetSeenBlankBy({ base, station }: Seen, key: RecordKey): SheetRecord | undefined {
  if (base.records[key] !== untouched) return undefined
  const [, kind, prefix = '', year, digits = ''] =
    /^(certificate|move-in-permit):(\p{Script=Han})(\d{4})-(\d{8})$/u.exec(key) ?? []
  if (kind !== 'certificate' && kind !== 'move-in-permit') return undefined
  return blankSheet(kind, { prefix, printYear: Number(year), digits }, station)
}
