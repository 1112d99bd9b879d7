import type { ActionsKept } from '../../shared/sync/answer-later.ts'
import type { SendActions } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { packMessage, type AsItCame } from './packed-message.ts'
import { putKept } from './inbox-rows.ts'

/** Takes a message without judging it: as safe from a power cut as a filing is, and answered for later. */
export async function keepMessage(
  { database, filings, now }: City,
  message: SendActions,
  asItCame?: AsItCame,
): Promise<ActionsKept> {
  const { station, protocol, actions } = message
  const at = now()
  const kept = await packMessage(message, at, asItCame)
  await asStation(
    database,
    station,
    (queries) => putKept(queries, station, [kept]),
    () => filings.append({ station, at, filed: [], refused: [], kept: [kept] }),
  )
  await filings.settled()
  return { protocol, kept: actions.length }
}
