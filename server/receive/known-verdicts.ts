import type { CityVerdict } from '../../shared/sync/messages.ts'
import type { Queries } from '../database/database.ts'
import type { RefusedAction } from './filing.ts'

/** A verdict that stands, and the digest of the action it was given on. */
export interface KnownVerdict {
  readonly digest: string
  readonly verdict: CityVerdict
}

/** Verdicts already given on these ids, so that sending again gets the same answer and the same receipt. */
export async function findKnownVerdicts(
  queries: Queries,
  station: string,
  ids: readonly string[],
): Promise<Map<string, KnownVerdict>> {
  const filed = await queries.query<{ id: string; digest: string; order: number; receipt: string }>(
    'select id, digest, order_number as "order", receipt from actions where station = $1 and id = any ($2::uuid[])',
    [station, ids],
  )
  const refused = await queries.query<{ id: string; digest: string; refusals: RefusedAction['refusals'] }>(
    'select id, digest, refusals from refused_actions where station = $1 and id = any ($2::uuid[])',
    [station, ids],
  )
  return new Map<string, KnownVerdict>([
    ...refused.map(
      ({ id, digest, refusals }) => [id, { digest, verdict: { id, outcome: 'refused', refusals } }] as const,
    ),
    ...filed.map(
      ({ id, digest, order, receipt }) =>
        [id, { digest, verdict: { id, outcome: 'accepted', order, receipt } }] as const,
    ),
  ])
}
