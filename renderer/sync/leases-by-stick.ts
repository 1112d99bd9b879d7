import type { Wanted } from '../../shared/sync/lease-needs.ts'
import {
  mostRequestsAtOnce,
  type AskLeases,
  type LeasesByStick,
  type LeasesTold,
} from '../../shared/sync/leases.ts'
import type { DeskStore } from '../local/desk-store.ts'
import { readLeasesAsOf } from '../local/plan-leases.ts'
import { readLeaseRequests } from '../local/read-leases.ts'
import { entryOf, messageOf, tellRefusal, wantedNow, writeDown, type LeaseHolder } from './keep-leases.ts'
import { useLeaseNews } from './lease-news.ts'

/**
 * What goes on a stick for the city: everything that is asked and not answered, whether it lay on an earlier stick or not,
 * and what is short by now. A message at least, so that the answer tells what is open.
 */
export async function askByStick(holder: LeaseHolder): Promise<AskLeases[]> {
  const open = await readLeaseRequests(holder.store)
  const asked = new Set(open.map(topicOf))
  const fresh = (await wantedNow(holder)).filter((each) => !asked.has(topicOf(each)))
  const requests = fresh.length > 0 ? [...open, ...(await writeDown(holder, fresh))] : open
  const messages = [messageOf(holder, requests.slice(0, mostRequestsAtOnce))]
  for (let from = mostRequestsAtOnce; from < requests.length; from += mostRequestsAtOnce)
    messages.push(messageOf(holder, requests.slice(from, from + mostRequestsAtOnce)))
  return messages
}

/** A stick is long on its way: what is asked already is not asked for a second time under another id. */
function topicOf(wanted: Wanted): string {
  return wanted.want === 'grant' ? `grant ${wanted.kind}` : `${wanted.want} ${wanted.lease}`
}

/**
 * What an answer tells of blocks, taken in unless it or something newer is known here; what it answered is asked no more. Tells
 * how many requests came to their end by it.
 */
export async function takeInLeases(
  store: DeskStore,
  heard: LeasesByStick | undefined,
  now: () => string,
): Promise<number> {
  if (!heard) return 0
  if ('fault' in heard) {
    useLeaseNews.setState({ fault: heard.fault.message })
    return 0
  }
  const { told } = heard
  const open = new Set((await readLeaseRequests(store)).map(({ id }) => id))
  if (isKnown(told, await readLeasesAsOf(store))) return 0
  const written = await store.write(() => entryOf(told, now()))
  if (!written.ok) throw new Error(`what the city lent was refused here: ${written.refusals[0]?.code ?? ''}`)
  tellRefusal(told)
  return told.answers.filter(({ id, outcome }) => outcome === 'done' && open.has(id)).length
}

function isKnown({ asOf }: LeasesTold, known: number | undefined): boolean {
  return known !== undefined && asOf !== undefined && Date.parse(asOf) <= known
}
