import type { PlainDate } from '../base/plain-date.ts'
import { isHeldBy } from '../register/draw-numbers.ts'
import { isInRange, leaseKinds, seriesOf, type Lease, type LeaseKind } from '../register/lease.ts'
import { paceOf } from '../register/pace.ts'
import type { SheetRecord } from '../register/record.ts'
import { mostNumbersAsked, type LeaseRequest } from './leases.ts'

/** For how many working days without a line a desk is to be ready, where nobody set another number. */
export const usualOutageDays = 10
/** Below so many times these days it asks for more, long before the screen warns; and for so many times as much. */
const askBelow = 3
const askUpTo = 6
/** What a quiet desk holds, and when it asks for more. */
const fewestWanted = 20
const fewestLeft = 10

export interface Holding {
  readonly device: string
  /** All open leases of the station. */
  readonly leases: readonly Lease[]
  /** The station's sheets of either kind. */
  readonly sheets: readonly SheetRecord[]
  /** Working days without a line for which the desk is to be ready. */
  readonly outageDays: number
  readonly today: PlainDate
  /** ISO 8601 instant. */
  readonly now: string
}

type Unnamed<Request> = Request extends unknown ? Omit<Request, 'id'> : never
/** A request before it has its id. */
export type Wanted = Unnamed<LeaseRequest>

/** A desk's own blocks of a kind that it may draw on. */
export function ownLeases({ leases, device, now }: Holding, kind: LeaseKind): readonly Lease[] {
  return leases.filter(
    (lease) => lease.kind === kind && lease.state === 'live' && isHeldBy(lease, device) && now <= lease.until,
  )
}

/** What a desk has to ask for now: sheets before they run short, a first block of codes, more time. */
export function leaseNeeds(holding: Holding): readonly Wanted[] {
  return [...renewals(holding), ...leaseKinds.flatMap((kind) => moreOf(holding, kind))]
}

function renewals({ leases, device, now }: Holding): readonly Wanted[] {
  return leases.flatMap((lease) =>
    lease.state === 'live' && lease.device === device && lease.renewBefore <= now
      ? [{ want: 'renew' as const, lease: lease.id }]
      : [],
  )
}

function moreOf(holding: Holding, kind: LeaseKind): readonly Wanted[] {
  if (kind === 'citizen-sequence')
    return ownLeases(holding, kind).length === 0 ? [{ want: 'grant', kind, count: 1 }] : []
  const { inCupboard, lacking } = supplyOf(holding, kind)
  // What another machine holds is not asked for, and an empty cupboard neither.
  if (inCupboard === 0 || lacking === undefined) return []
  return [{ want: 'grant', kind, count: lacking > mostNumbersAsked ? mostNumbersAsked : lacking }]
}

/** Whether sheets of a kind that the station uses run short here while nothing is left to ask for. */
export function runsShort(holding: Holding): boolean {
  return leaseKinds.some((kind) => {
    if (kind === 'citizen-sequence') return false
    const { known, inCupboard, lacking } = supplyOf(holding, kind)
    return known > 0 && inCupboard === 0 && lacking !== undefined
  })
}

/** A kind's sheets at the station: all that are known, blanks that no machine holds, and how many more this desk wants. */
function supplyOf(holding: Holding, kind: LeaseKind) {
  const { outageDays } = holding
  const own = ownLeases(holding, kind)
  const sheets = holding.sheets.filter((sheet) => leaseKindOf(sheet) === kind)
  const blanks = sheets.filter(({ state }) => state === 'blank')
  const left = blanks.filter((sheet) => isHeld(sheet, own)).length
  const pace = paceOf(sheets, holding.today)
  const inCupboard = blanks.filter((sheet) => !isHeld(sheet, holding.leases)).length
  const enough = left >= largest(fewestLeft, pace * outageDays * askBelow)
  const short = largest(fewestWanted, pace * outageDays * askUpTo) - left
  return { known: sheets.length, inCupboard, lacking: enough ? undefined : short - (short % 1) }
}

function largest(one: number, other: number): number {
  return one > other ? one : other
}

/** Whether a sheet lies in one of these blocks. */
export function isHeld(sheet: SheetRecord, leases: readonly Lease[]): boolean {
  const kind = leaseKindOf(sheet)
  const number = { series: seriesOf(sheet.serial), number: Number(sheet.serial.digits) }
  return leases.some((lease) => lease.kind === kind && isInRange(lease.range, number))
}

export function leaseKindOf({ kind }: SheetRecord): LeaseKind {
  return kind === 'certificate' ? 'certificate-blanks' : 'permit-blanks'
}
