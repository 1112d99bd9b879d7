import { dateInChina } from '../../shared/base/plain-date.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { leaseNeeds, runsShort, type Wanted } from '../../shared/sync/lease-needs.ts'
import {
  leasesToldSchema,
  mostRequestsAtOnce,
  type AskLeases,
  type LeaseRequest,
  type LeasesTold,
} from '../../shared/sync/leases.ts'
import type { DeskStore } from '../local/desk-store.ts'
import type { Entry } from '../local/entry.ts'
import { leasesToldMark, sheetsMissing } from '../local/plan-leases.ts'
import { readLeaseRequests, readLeases } from '../local/read-leases.ts'
import { readRestored } from '../local/restored.ts'
import type { Arrivals } from './arrivals.ts'
import { judgeAnswer } from './judge-answer.ts'
import { useLeaseNews } from './lease-news.ts'
import type { LinePort } from './line-port.ts'
import { pullNew } from './pull.ts'

/** What is short is asked for again only after a while: a city without stock says the same each time. Milliseconds. */
const askAgainAfter = 10 * 60_000
/** So often a desk hears at least what is open: a machine may have been cut off. */
const hearAgainAfter = 6 * 3_600_000

/** A desk that holds blocks of numbers, and what it wants of them. */
export interface LeaseHolder {
  readonly store: DeskStore
  readonly station: string
  readonly device: string
  /** Random id of the machine, made once. */
  readonly machine: string
  /** See `takeFirstBlocks`: told to the city, which then knows whose they are. */
  readonly firstBlocks: boolean
  readonly now: () => string
  readonly newId: () => string
  readonly wishes: () => Promise<Wishes>
}

/** What this desk's settings say of its blocks. */
export interface Wishes {
  /** The machine was closed down: it asks for nothing more. */
  readonly isClosedDown: boolean
  readonly outageDays: number
}

interface Line {
  readonly line: LinePort
  /** See `Pump`. */
  readonly arrivals?: Arrivals
}

/**
 * Asks the city for what this desk needs, after a good round. A request is written down before it is sent and the same one
 * is sent until it is answered, so that no crash leaves a block that nobody knows of. Never rejects for the line's sake.
 */
export async function keepLeases(holder: LeaseHolder & Line): Promise<void> {
  const requests = await requestsDue(holder)
  if (!requests) return
  const isFirstHearing = (await readRestored(holder.store))?.isHeard === false
  const { store, line, station, now } = holder
  const body = JSON.stringify(messageOf(holder, requests))
  const meaning = judgeAnswer(await line.exchange('POST', '/v1/leases', body), leasesToldSchema)
  if (meaning.kind !== 'taken') return useLeaseNews.setState({ fault: meaning.reason })
  // What another machine did with numbers that it gave back is known here before they are used here.
  if ((await pullNew(store, line, station, holder.arrivals)).kind !== 'complete') return
  const isNewStock = sheetsMissing(store.register, meaning.value.stock ?? []).length > 0
  await store.write(() => entryOf(meaning.value, now()))
  tellRefusal(meaning.value)
  // Asked for in the next round: a restored desk has no codes of its own until then, and one whose sheets ran out no sheets.
  const wanted = isFirstHearing || isNewStock ? await wantedNow(holder) : []
  if (wanted.length > 0) await writeDown(holder, wanted)
}

/** Body of POST /v1/leases. */
export function messageOf(
  { station, device, machine, firstBlocks }: LeaseHolder,
  requests: LeaseRequest[],
): AskLeases {
  return { station, device, machine, requests, firstBlocks }
}

/** What the city told, as the desk keeps it; `at` is the desk's own instant. */
export function entryOf({ leases, answers, asOf, stock }: LeasesTold, at: string): Entry {
  const told = { kind: 'leases-told' as const, leases, answered: answers.map(({ id }) => id), at }
  return { ...told, ...(asOf === undefined ? {} : { asOf }), ...(stock ? { stock } : {}) }
}

/** Why something was not granted, for the eye; nothing when all was. */
export function tellRefusal({ answers }: LeasesTold): void {
  const refusal = answers.find((answer) => answer.outcome === 'refused')
  useLeaseNews.setState({ fault: refusal?.outcome === 'refused' ? refusal.message : '' })
}

/** What to send now; undefined when there is nothing to ask and nothing to hear. */
async function requestsDue(holder: LeaseHolder): Promise<LeaseRequest[] | undefined> {
  const { store, now } = holder
  const open = await readLeaseRequests(store)
  if (open.length > 0) return open.slice(0, mostRequestsAtOnce)
  // What was lent to the machine whose place this one took is heard at once, and before anything is asked for.
  if ((await readRestored(store))?.isHeard === false) return []
  const mark = await store.database.meta.get(leasesToldMark)
  const quiet = typeof mark?.value === 'string' ? Date.parse(now()) - Date.parse(mark.value) : Infinity
  if (quiet < askAgainAfter) return undefined
  const wanted = await wantedNow(holder)
  if (wanted.length === 0) return quiet < hearAgainAfter && !(await isOutOfStock(holder)) ? undefined : []
  return writeDown(holder, wanted)
}

/** What this desk is short of, and what is to be renewed, whether it was asked for or not. */
export async function wantedNow(holder: LeaseHolder): Promise<readonly Wanted[]> {
  const { isClosedDown, outageDays } = await holder.wishes()
  return isClosedDown ? [] : leaseNeeds({ ...(await holdingOf(holder)), outageDays })
}

/** The station's cupboard is empty and the own sheets run short: whatever the city hands out now is heard soon. */
async function isOutOfStock(holder: LeaseHolder): Promise<boolean> {
  const { isClosedDown, outageDays } = await holder.wishes()
  return !isClosedDown && runsShort({ ...(await holdingOf(holder)), outageDays })
}

/** Written down before anybody is asked. */
export async function writeDown(
  { store, now, newId }: LeaseHolder,
  wanted: readonly Wanted[],
): Promise<LeaseRequest[]> {
  const requests = wanted.map((each) => ({ ...each, id: newId() }))
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
