import type { AskVerdicts, VerdictsGiven } from '../../shared/sync/answer-later.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { findKnownVerdicts } from '../receive/known-verdicts.ts'
import { hasKept } from './inbox-rows.ts'
import type { Judging } from './judging.ts'

/** How long a question waits for verdicts that are not there yet, milliseconds: well within a desk's patience. */
const patience = 4_000

/** What another process judges is seen this often, milliseconds. */
const betweenLooks = 2_000

/** The verdicts on these actions; waits a while when some are missing and the station's messages are still being judged. */
export async function verdictsOn(city: City, judging: Judging, asked: AskVerdicts): Promise<VerdictsGiven> {
  judging.allCameFrom(asked.station)
  const until = performance.now() + patience
  for (;;) {
    const given = await verdictsSoFar(city, asked)
    const left = until - performance.now()
    if (!given.judging || given.verdicts.length === asked.ids.length || left <= 0) return given
    // Another process may have kept it, and may not have lived to judge it.
    judging.nudge()
    await judging.untilJudged(asked.station, Math.min(left, betweenLooks))
  }
}

/** Whether anything is being judged is asked first: what is judged in between then has its verdict. */
async function verdictsSoFar(
  { database, filings }: City,
  { protocol, station, ids }: AskVerdicts,
): Promise<VerdictsGiven> {
  const { judging, known } = await asStation(database, station, async (queries) => ({
    judging: await hasKept(queries, station),
    known: await findKnownVerdicts(queries, station, ids),
  }))
  await filings.settled()
  return { protocol, verdicts: ids.flatMap((id) => known.get(id)?.verdict ?? []), judging }
}
