import type { z } from 'zod'
import type {
  ActionsHandedOut,
  fetchActionsSchema,
  FiledAction,
  Protocol,
} from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'

type FetchActions = z.output<typeof fetchActionsSchema>

/** What was filed for the station after an order, oldest first; never what a power cut could still take back. */
export async function handOutActions(
  { database, filings }: City,
  { station, after, limit }: FetchActions,
  protocol: Protocol,
): Promise<ActionsHandedOut> {
  const rows = await asStation(database, station, (queries) =>
    queries.query<FiledAction>(
      `select order_number as "order", receipt, action from actions
       where station = $1 and order_number > $2 order by order_number limit $3`,
      [station, after, limit + 1],
    ),
  )
  await filings.settled()
  const actions = rows.slice(0, limit)
  return {
    protocol,
    actions,
    upTo: actions.at(-1)?.order ?? after,
    more: rows.length > limit,
  }
}
