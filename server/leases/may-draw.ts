import { accepted, refused, type Outcome, type Refusal } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { drawFault, notLeased, type DrawnNumber } from '../../shared/register/draw-numbers.ts'
import { isInRange, sequencesInABlock } from '../../shared/register/lease.ts'
import type { Queries } from '../database/database.ts'
import type { Filing } from '../receive/filing.ts'
import { findOpenLeases, putLeases, type LeaseRow } from './lease-rows.ts'

/** Whether an action's device may use up the numbers that it draws. */
export type MayDraw = (draws: readonly DrawnNumber[], action: Action) => Promise<Outcome<true>>

/** What was filed before was allowed then. */
export const drawnBefore: MayDraw = () => Promise.resolve(accepted(true))

/**
 * The rule of the desks, asked once more of what the city granted; the leases are read once a message, when the first number
 * is drawn. A number that nobody holds is let through: a desk of the program before leases draws so. A sequence code of a
 * block that the county gave another station for good is not: that station may compose the very same number.
 */
export function checkDraws(queries: Queries, filing: Filing): MayDraw {
  let read: Promise<LeaseRow[]> | undefined
  return async (draws, action) => {
    if (draws.length === 0) return accepted(true)
    read ??= findOpenLeases(queries, filing.station)
    const leases = await read
    const open = leases.flatMap(({ state, ...lease }) =>
      state === 'returned' ? [] : [{ ...lease, device: lease.device || action.device, state }],
    )
    const faults = draws.flatMap((draw) => drawFault(draw, action, open) ?? [])
    const standing = faults.filter(({ code }) => code !== notLeased)
    if (standing.length > 0) return refused(...standing)
    const unheld = draws.filter((draw) => drawFault(draw, action, open)?.code === notLeased)
    const elsewhere = await findGivenElsewhere(queries, filing.station, unheld)
    if (elsewhere.length > 0) return refused(...elsewhere.map(givenElsewhere))
    const claimed = leases.filter(
      (lease) =>
        lease.device === '' && draws.some((draw) => draw.kind === lease.kind && isInRange(lease.range, draw)),
    )
    for (const lease of claimed) await claim(queries, filing, lease, action.device)
    return accepted(true)
  }
}

/** Those of the codes that lie in a block of another station of the county. */
async function findGivenElsewhere(
  queries: Queries,
  station: string,
  draws: readonly DrawnNumber[],
): Promise<DrawnNumber[]> {
  const codes = draws.filter(({ kind }) => kind === 'citizen-sequence')
  if (codes.length === 0) return []
  const given = await queries.query<{ county: string; first_number: number }>(
    `select distinct block.county, block.first_number
     from sequence_blocks as block
     join unnest($1::text[], $2::integer[]) as drawn (county, first_number) using (county, first_number)
     where block.station <> $3`,
    [codes.map(({ series }) => series), codes.map(firstOfItsBlock), station],
  )
  return codes.filter((code) =>
    given.some((block) => block.county === code.series && block.first_number === firstOfItsBlock(code)),
  )
}

function firstOfItsBlock({ number }: DrawnNumber): number {
  return number - (number % sequencesInABlock)
}

function givenElsewhere({ words }: DrawnNumber): Refusal {
  return {
    code: 'block-of-another-station',
    message: `${words}在旗县区分给别的派出所的号段里，本所不能用。请和市局连通，领到本所的号段后换一个顺序码。`,
  }
}

/** Whoever draws first on a block that its package left to nobody has it. */
async function claim(queries: Queries, filing: Filing, lease: LeaseRow, device: string): Promise<void> {
  lease.device = device
  await putLeases(queries, [lease])
  filing.leases = [...(filing.leases ?? []), { ...lease }]
}
