import type { PlainDate } from '../../shared/base/plain-date.ts'
import {
  leaseDays,
  renewalDays,
  runsOf,
  seriesOf,
  type Lease,
  type LeaseKind,
} from '../../shared/register/lease.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { leaseKindOf } from '../../shared/sync/lease-needs.ts'
import type { Random } from './random.ts'

/** Sheets of either kind that the machine of the sample station holds from its first minute. */
const sheetsAtFirst = 40
const dayLength = 86_400_000

interface Lending {
  readonly station: string
  readonly today: PlainDate
  readonly random: Random
}

/** The blocks that come with the package: whoever is set up from it prints and registers before any line is up. */
export function firstLeases(lending: Lending, ...stocks: readonly (readonly SheetRecord[])[]): Lease[] {
  const codes = leaseOf(lending, 'citizen-sequence', {
    series: lending.station.slice(0, 6),
    first: 0,
    last: 9,
  })
  return [...stocks.flatMap((stock) => leasesOn(lending, stock)), codes]
}

/** The first blank sheets of a stock, as many runs as they lie in. */
function leasesOn(lending: Lending, stock: readonly SheetRecord[]): Lease[] {
  const sheets = stock.filter(({ state }) => state === 'blank').slice(0, sheetsAtFirst)
  const allSeries = [...new Set(sheets.map(({ serial }) => seriesOf(serial)))]
  return allSeries.flatMap((series) => {
    const ofSeries = sheets.filter(({ serial }) => seriesOf(serial) === series)
    return runsOf(ofSeries.map(({ serial }) => Number(serial.digits))).flatMap((run) => {
      const [first] = ofSeries
      return first ? [leaseOf(lending, leaseKindOf(first), { series, ...run })] : []
    })
  })
}

function leaseOf({ station, today, random }: Lending, kind: LeaseKind, range: Lease['range']): Lease {
  const from = Date.parse(`${today}T00:00:00.000Z`)
  const after = (days: number) => new Date(from + days * dayLength).toISOString()
  return {
    id: random.uuid(),
    kind,
    station,
    device: '',
    range,
    from: after(0),
    until: after(leaseDays[kind]),
    renewBefore: after(leaseDays[kind] - renewalDays),
    state: 'live',
  }
}
