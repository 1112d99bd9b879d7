import type { SendActions } from '../../shared/sync/messages.ts'
import type { City } from '../city.ts'
import { asStation } from '../database/as-station.ts'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'
import type { MessageFiled } from '../receive/file-message.ts'
import { lockStation } from '../receive/lock-station.ts'
import type { Watch } from '../receive/watch.ts'
import { wholeOrSingly } from '../receive/whole-or-singly.ts'
import { dropKept, oldestKept, putAside } from './inbox-rows.ts'
import { unpackMessage } from './packed-message.ts'

/**
 * How long a message that cannot be read stands before its station's others, milliseconds: as long as one process after the
 * other is brought to a new version, of which only some read it.
 */
const waitsForUpgrade = 10 * 60_000

/**
 * Judges the station's oldest kept message and takes it out, in one transaction: killed at any point, it is judged
 * again or not at all. False when none was there. The station is locked first, so that of two processes the second finds
 * the next message and not the same one. Rejects with 503 while it cannot be read; after a while it is put aside.
 */
export async function judgeOldest(city: City, station: string, watch: Watch): Promise<boolean> {
  const { database, filings, now } = city
  const { reportFault, keptJudged = () => undefined, keptPutAside = () => undefined } = watch
  const judged = await wholeOrSingly(
    (file) =>
      asStation(
        database,
        station,
        async (queries): Promise<MessageFiled | 'put-aside' | undefined> => {
          await lockStation(queries, station)
          const next = await nextOf(queries, station, now(), reportFault)
          if (next === undefined || next === 'put-aside') return next
          const filed = await file(queries, next.message, now(), reportFault)
          await dropKept(queries, station, [next.digest])
          return { ...filed, filing: { ...filed.filing, judged: [next.digest] } }
        },
        (done) => {
          if (done && done !== 'put-aside') filings.append(done.filing)
        },
      ),
    reportFault,
  )
  await filings.settled()
  if (judged === 'put-aside') keptPutAside()
  else if (judged) keptJudged(judged.verdicts)
  return judged !== undefined
}

interface Next {
  readonly digest: string
  readonly message: SendActions
}

/** What is judged next; a message that has been unreadable for too long is put aside in its place. */
async function nextOf(
  queries: Queries,
  station: string,
  now: string,
  reportFault: Watch['reportFault'],
): Promise<Next | 'put-aside' | undefined> {
  const kept = await oldestKept(queries, station)
  if (!kept) return undefined
  try {
    return { digest: kept.digest, message: await unpackMessage(kept.gzipped) }
  } catch (fault) {
    reportFault(fault)
    if (Date.parse(now) - new Date(kept.keptAt).getTime() < waitsForUpgrade) throw notReadYet()
  }
  await putAside(queries, station, kept.digest, now)
  return 'put-aside'
}

function notReadYet(): CityFault {
  return new CityFault(503, {
    code: 'kept-not-read',
    message:
      '本所先前发来的一份内容市局的程序暂时读不懂，为了不乱先后次序，这一次先没有接收。数据都还在本机，稍后会自动再发。',
  })
}
