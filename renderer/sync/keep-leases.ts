import { dateInChina } from '../../shared/base/plain-date.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { leaseNeeds } from '../../shared/sync/lease-needs.ts'
import {
  leasesToldSchema,
  mostRequestsAtOnce,
  type AskLeases,
  type LeaseRequest,
} from '../../shared/sync/leases.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { leasesToldMark } from '../local/plan-leases.ts'
import { readLeaseRequests, readLeases } from '../local/read-leases.ts'
import type { Arrivals } from './arrivals.ts'
import { judgeAnswer } from './judge-answer.ts'
import { useLeaseNews } from './lease-news.ts'
import type { LinePort } from './line-port.ts'
import { pullNew } from './pull.ts'

/** What is short is asked for again only after a while: a city without stock says the same each time. Milliseconds. */
const askAgainAfter = 10 * 60_000
/** So often a desk hears at least what is open: a machine may have been cut off. */
const hearAgainAfter = 6 * 3_600_000

export interface LeaseHolder {
  readonly store: DeskStore
  readonly line: LinePort
  readonly station: string
  readonly device: string
  /** Random id of the machine, made once. */
  readonly machine: string
  /** See `takeFirstBlocks`: told to the city, which then knows whose they are. */
  readonly firstBlocks: boolean
  readonly now: () => string
  readonly newId: () => string
  /** See `Pump`. */
  readonly arrivals?: Arrivals
  readonly wishes: () => Promise<Wishes>
}

/** What this desk's settings say of its blocks. */
export interface Wishes {
  /** The machine was closed down: it asks for nothing more. */
  readonly isClosedDown: boolean
  readonly outageDays: number
}

/**
 * Asks the city for what this desk needs, after a good round. A request is written down before it is sent and the same one
 * is sent until it is answered, so that no crash leaves a block that nobody knows of. Never rejects for the line's sake.
 */
export async function keepLeases(holder: LeaseHolder): Promise<void> {
  const requests = await requestsDue(holder)
  if (!requests) return
  const { store, line, station, device, machine, firstBlocks, now } = holder
  const body = JSON.stringify({ station, device, machine, requests, firstBlocks } satisfies AskLeases)
  const meaning = judgeAnswer(await line.exchange('POST', '/v1/leases', body), leasesToldSchema)
  if (meaning.kind !== 'taken') return useLeaseNews.setState({ fault: meaning.reason })
  const { leases, answers } = meaning.value
  // What another machine did with numbers that it gave back is known here before they are used here.
  if ((await pullNew(store, line, station, holder.arrivals)).kind !== 'complete') return
  const answered = answers.map(({ id }) => id)
  await store.write(() => ({ kind: 'leases-told', leases, answered, at: now() }))
  const refusal = answers.find((answer) => answer.outcome === 'refused')
  useLeaseNews.setState({ fault: refusal?.outcome === 'refused' ? refusal.message : '' })
}

/** What to send now; undefined when there is nothing to ask and nothing to hear. */
async function requestsDue(holder: LeaseHolder): Promise<LeaseRequest[] | undefined> {
  const { store, now } = holder
  const open = await readLeaseRequests(store)
  if (open.length > 0) return open.slice(0, mostRequestsAtOnce)
  const mark = await store.database.meta.get(leasesToldMark)
  const quiet = typeof mark?.value === 'string' ? Date.parse(now()) - Date.parse(mark.value) : Infinity
  if (quiet < askAgainAfter) return undefined
  const { isClosedDown, outageDays } = await holder.wishes()
  const wanted = isClosedDown ? [] : leaseNeeds({ ...(await holdingOf(holder)), outageDays })
  if (wanted.length === 0) return quiet < hearAgainAfter ? undefined : []
  const requests = wanted.map((each) => ({ ...each, id: holder.newId() }))
  await store.write(() => ({ kind: 'leases-asked', requests, at: now() }))
  return requests
}

async function holdingOf({ store, device, station, now }: LeaseHolder) {
  const at = now()
  const sheets = [...store.register.all()].filter(
    (record): record is SheetRecord =>
      (record.kind === 'certificate' || record.kind === 'move-in-permit') && record.station === station,
  )
  return { device, leases: await readLeases(store), sheets, today: dateInChina(at), now: at }
}
