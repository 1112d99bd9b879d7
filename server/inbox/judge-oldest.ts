import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import { fileMessage, type MessageFiled } from '../receive/file-message.ts'
import { lockStation } from '../receive/lock-station.ts'
import type { Watch } from '../receive/watch.ts'
import { dropKept, oldestKept } from './inbox-rows.ts'
import { unpackMessage } from './packed-message.ts'

/**
 * Judges the station's oldest kept message and takes it out, in one transaction: killed at any point, it is judged
 * again or not at all. False when none was there. The station is locked first, so that of two processes the second finds
 * the next message and not the same one.
 */
export async function judgeOldest(
  { database, filings, now }: City,
  station: string,
  { reportFault, keptJudged = () => undefined }: Watch,
): Promise<boolean> {
  const judged = await asStation(
    database,
    station,
    async (queries): Promise<MessageFiled | undefined> => {
      await lockStation(queries, station)
      const kept = await oldestKept(queries, station)
      if (!kept) return undefined
      const message = await unpackMessage(kept.gzipped)
      const filed = await fileMessage(queries, message, now(), reportFault)
      await dropKept(queries, station, [kept.digest])
      return { ...filed, filing: { ...filed.filing, judged: [kept.digest] } }
    },
    (done) => {
      if (done) filings.append(done.filing)
    },
  )
  await filings.settled()
  if (judged) keptJudged(judged.verdicts)
  return judged !== undefined
}
