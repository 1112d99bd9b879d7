import type { ActionsFiled, SendActions } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { hasKept } from '../inbox/inbox-rows.ts'
import { judgeOldest } from '../inbox/judge-oldest.ts'
import { isEmpty } from './filing.ts'
import type { Watch } from './watch.ts'
import { wholeOrSingly } from './whole-or-singly.ts'

/**
 * Takes a station's message: one transaction, then whatever it takes to be safe from a power cut, then the answer. A
 * message sent again waits for the same safety, because the first one may still be on its way to the disk.
 */
export async function receiveActions(city: City, message: SendActions, watch: Watch): Promise<ActionsFiled> {
  const { station, protocol } = message
  const { database, filings, now } = city
  for (;;) {
    const filed = await wholeOrSingly(
      (file) =>
        asStation(
          database,
          station,
          // What the same machine sent before may lie here unjudged, and this message builds on it.
          async (queries) =>
            (await hasKept(queries, station)) ? undefined : file(queries, message, now(), watch.reportFault),
          (done) => {
            if (done && !isEmpty(done.filing)) filings.append(done.filing)
          },
        ),
      watch.reportFault,
    )
    await filings.settled()
    if (filed) return { protocol, verdicts: [...filed.verdicts] }
    await judgeOldest(city, station, watch)
  }
}
