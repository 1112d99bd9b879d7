import type { ActionsFiled, SendActions } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { fileMessage } from './file-message.ts'
import { isEmpty } from './filing.ts'

/**
 * Takes a station's message: one transaction, then whatever it takes to be safe from a power cut, then the answer. A
 * message sent again waits for the same safety, because the first one may still be on its way to the disk.
 */
export async function receiveActions(
  { database, filings, now }: City,
  message: SendActions,
  reportFault: (error: unknown) => void,
): Promise<ActionsFiled> {
  const { verdicts } = await asStation(
    database,
    message.station,
    (queries) => fileMessage(queries, message, now(), reportFault),
    ({ filing }) => {
      if (!isEmpty(filing)) filings.append(filing)
    },
  )
  await filings.settled()
  return { protocol: message.protocol, verdicts: [...verdicts] }
}
