import type { Refusal } from '../../shared/base/outcome.ts'
import type { LeaseRow } from './lease-rows.ts'

/**
 * Blocks of sequence codes that a device, and a station, may hold at once. A county has 99 of them for good and for all its
 * stations; a desk asks for one when it holds none, and a clerk for more on a day with more than five births of a sex. Six
 * are thirty of each for every birth date, more than a whole county has.
 */
const mostOfADevice = 6
const mostOfAStation = 12

/** Why a device gets no further block of sequence codes; undefined when it may. `at`: ISO 8601 instant. */
export function sequenceLimit(
  open: readonly LeaseRow[],
  { device, at }: { readonly device: string; readonly at: string },
): Pick<Refusal, 'code' | 'message'> | undefined {
  const held = open.filter(
    ({ kind, state, until }) => kind === 'citizen-sequence' && state === 'live' && at <= until,
  )
  const own = held.filter((lease) => lease.device === device)
  if (own.length >= mostOfADevice) return enough(`本机名下已有 ${own.length} 个`)
  return held.length >= mostOfAStation ? enough(`本所名下已有 ${held.length} 个`) : undefined
}

function enough(reason: string) {
  return {
    code: 'enough-sequence-blocks',
    message: `${reason}顺序码号段，市局没有再发。全旗县区只有 99 个号段，请先用已有的；确实用完了，请报旗县区户政。`,
  }
}
