import { randomUUID } from 'node:crypto'
import { carryOut, type CarriedOut } from '../../server/orders/carry-out.ts'
import type { Ordered } from '../../server/orders/city-order.ts'
import type { City } from '../../server/city.ts'
import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { instantOfTests, type MadeStation } from '../builders/reissues.ts'

/** So many certificates behind the made-up stock of this station, never those of another; `skip` leaves some out before them. */
export function rangeFor({ code, seed }: MadeStation, count: number, skip = 0): HandedOutRange {
  const first = Number(`9${String(seed).padStart(4, '0')}000`) + skip
  return { station: code, kind: 'certificate', prefix: '蒙', printYear: 2026, first, last: first + count - 1 }
}

/** The sheets of a range, as certificates. */
export function sheetsIn(range: HandedOutRange): CertificateRecord[] {
  return blankSheetsOf(range).flatMap((sheet) => (sheet.kind === 'certificate' ? [sheet] : []))
}

export function order(
  city: Pick<City, 'database' | 'filings'>,
  ordered: Ordered,
  at = instantOfTests,
  id: string = randomUUID(),
): Promise<CarriedOut> {
  return carryOut(city, { id, at, ordered })
}

export function handOut(city: City, range: HandedOutRange): Promise<CarriedOut> {
  return order(city, { what: 'hand-out-stock', station: range.station, range })
}
