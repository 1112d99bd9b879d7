import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import type { Action } from '../../shared/cases/action.ts'
import { drawFault, notLeased, type DrawnNumber } from '../../shared/register/draw-numbers.ts'
import { isInRange } from '../../shared/register/lease.ts'
import type { Queries } from '../database/database.ts'
import type { Filing } from '../receive/filing.ts'
import { findOpenLeases, putLeases, type LeaseRow } from './lease-rows.ts'

/** Whether an action's device may use up the numbers that it draws. */
export type MayDraw = (draws: readonly DrawnNumber[], action: Action) => Promise<Outcome<true>>

/** What was filed before was allowed then. */
export const drawnBefore: MayDraw = () => Promise.resolve(accepted(true))

/**
 * The rule of the desks, asked once more of what the city granted; the leases are read once a message, when the first number
 * is drawn. A number that nobody holds is let through: a desk of the program before leases draws so.
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
    const claimed = leases.filter(
      (lease) =>
        lease.device === '' && draws.some((draw) => draw.kind === lease.kind && isInRange(lease.range, draw)),
    )
    for (const lease of claimed) await claim(queries, filing, lease, action.device)
    return accepted(true)
  }
}

/** Whoever draws first on a block that its package left to nobody has it. */
async function claim(queries: Queries, filing: Filing, lease: LeaseRow, device: string): Promise<void> {
  lease.device = device
  await putLeases(queries, [lease])
  filing.leases = [...(filing.leases ?? []), { ...lease }]
}
