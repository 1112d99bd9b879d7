import { serialInWords } from '../../shared/register/certificate.ts'
import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import { moveInPermitSerialInWords } from '../../shared/register/move-in-permit.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'
import { findStock, putStock } from '../leases/handed-out-stock.ts'
import { OrderRefused } from './order-refused.ts'

/** Enters a range of blank sheets for a station; false when that very range is entered already. Rejects on any other overlap. */
export async function handOutStock(queries: Queries, range: HandedOutRange): Promise<boolean> {
  if ((await findStock(queries, range.station)).some((known) => isSame(known, range))) return false
  const overlap = await overlapInWords(queries, range)
  if (overlap !== undefined) throw new OrderRefused(overlap)
  await putStock(queries, [range])
  return true
}

function isSame(one: HandedOutRange, other: HandedOutRange): boolean {
  return (
    one.kind === other.kind &&
    one.prefix === other.prefix &&
    one.printYear === other.printYear &&
    one.first === other.first &&
    one.last === other.last
  )
}

interface Holder {
  readonly key: string
  readonly office: string
}

/**
 * Which number of a range is anybody's already; undefined when none is. Looks across stations: at every sheet that was
 * handed out or entered, at those that other offices issued, and at those known to have landed.
 */
export async function overlapInWords(queries: Queries, range: HandedOutRange): Promise<string | undefined> {
  const sheets = blankSheetsOf(range)
  const [taken] = await queries.query<Holder>(
    `select key, office from (
       select key, station as office from serials where key = any ($1::text[])
       union all
       select key, coalesce(nullif(body ->> 'station', ''), station) from records where key = any ($1::text[])
       union all
       select key, office from landings where key = any ($1::text[])
     ) as known order by key limit 1`,
    [sheets.map(({ key }) => key)],
  )
  const sheet = sheets.find(({ key }) => key === taken?.key)
  return taken && sheet && `${sheetInWords(sheet)}已经登记在 ${taken.office} 名下，一个号只能发一次。`
}

export function sheetInWords({ kind, serial }: Pick<SheetRecord, 'kind' | 'serial'>): string {
  const number = kind === 'certificate' ? serialInWords(serial) : moveInPermitSerialInWords(serial)
  return `${serial.printYear} 年印制的${number}`
}

const digits = (number: number) => String(number).padStart(8, '0')

/** `迁移证 蒙2026-00051001—00051500，共 500 张`. */
export function rangeOfSheetsInWords({ kind, prefix, printYear, first, last }: HandedOutRange): string {
  const name = kind === 'certificate' ? '迁移证' : '准迁证'
  return `${name} ${prefix}${printYear}-${digits(first)}—${digits(last)}，共 ${last - first + 1} 张`
}
