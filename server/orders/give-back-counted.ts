import { v5 as nameBasedUuid } from 'uuid'
import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import { isInRange, seriesOf } from '../../shared/register/lease.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import type { Queries } from '../database/database.ts'
import { findOpenLeases, putLeases, type LeaseRow } from '../leases/lease-rows.ts'
import { sheetInWords } from './hand-out-stock.ts'
import { OrderRefused } from './order-refused.ts'

/** Name space of the ids of what stays frozen of a lease, by the order that gave the rest back. */
const remainderNames = 'a6c1f3d0-5b0e-4d6f-9a57-1504c0de0017'

const leaseKindOf = { certificate: 'certificate-blanks', 'move-in-permit': 'permit-blanks' } as const

/**
 * Gives sheets that somebody counted, blank and in hand, from a frozen lease back to the station's stock; what was not
 * counted stays frozen. Rejects unless every sheet is frozen under that machine's name and untouched as far as the city
 * knows. Answers the leases as they are now, in order. The caller has locked the station.
 */
export async function giveBackCounted(
  queries: Queries,
  { id, device, range }: { readonly id: string; readonly device: string; readonly range: HandedOutRange },
): Promise<LeaseRow[]> {
  const open = await findOpenLeases(queries, range.station)
  const frozen = open.filter(
    (lease) => lease.state === 'frozen' && lease.device === device && lease.kind === leaseKindOf[range.kind],
  )
  const sheets = blankSheetsOf(range)
  const loose = sheets.find((sheet) => !frozen.some((lease) => holds(lease, sheet)))
  if (loose) throw new OrderRefused(`${sheetInWords(loose)}不在机器 ${device} 冻结的号段里，没有改动。`)
  await refuseUsed(queries, sheets)
  const counted = frozen.filter((lease) => sheets.some((sheet) => holds(lease, sheet)))
  const changed = counted.flatMap((lease) => [returned(lease), ...remainders(lease, range, id)])
  await putLeases(queries, changed)
  return changed
}

function holds({ range }: LeaseRow, { serial }: SheetRecord): boolean {
  return isInRange(range, { series: seriesOf(serial), number: Number(serial.digits) })
}

async function refuseUsed(queries: Queries, sheets: readonly SheetRecord[]): Promise<void> {
  const blank = await queries.query<{ key: string }>(
    `select key from records where station = $1 and key = any ($2::text[]) and body ->> 'state' = 'blank'`,
    [sheets[0]?.station, sheets.map(({ key }) => key)],
  )
  const untouched = new Set(blank.map(({ key }) => key))
  const used = sheets.find(({ key }) => !untouched.has(key))
  if (used)
    throw new OrderRefused(`${sheetInWords(used)}市局登记的不是空白，没有改动。请对照实物再清点一次。`)
}

function returned({ frozenAt: _frozenAt, ...lease }: LeaseRow): LeaseRow {
  return { ...lease, state: 'returned' }
}

/** What of a lease lies before and behind the counted sheets. */
function remainders(lease: LeaseRow, { first, last }: HandedOutRange, order: string): LeaseRow[] {
  const before = { ...lease.range, last: first - 1 }
  const behind = { ...lease.range, first: last + 1 }
  return [before, behind]
    .filter((range) => range.first <= range.last)
    .map((range) => {
      const id = nameBasedUuid(`${order}/${range.series}/${range.first}`, remainderNames)
      return { ...lease, id, request: id, range }
    })
}
