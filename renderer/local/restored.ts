import { dateInChina } from '../../shared/base/plain-date.ts'
import type { Refusal } from '../../shared/base/outcome.ts'
import type { DrawnNumber } from '../../shared/register/draw-numbers.ts'
import type { Lease } from '../../shared/register/lease.ts'
import type { FiledAction } from '../../shared/sync/messages.ts'
import type { Entry } from './entry.ts'
import type { PlanBuilder } from './plan-builder.ts'
import type { Readable } from './read.ts'

/** Stands in `meta` where this machine took a broken one's place. */
export const restoredMark = 'restored'

/** That this machine goes on from another's copy, and what was learnt about the copy since. */
export interface Restored {
  /** ISO 8601 instant. */
  readonly at: string
  /** The name that both machines work under. */
  readonly device: string
  /** Whether the city told everything that it knows since then. */
  readonly isHeard: boolean
  /** Steps of this machine's that the city had and the copy lacked: the copy was not the last. */
  readonly missed: number
  /** Blocks of sequence codes that the old machine may have drawn on without anybody's knowledge. */
  readonly retired: readonly string[]
}

/** No desk accepts so many cases a day, nor puts so many bundles on sticks before it is restored again. */
const acceptancesLeftOut = 500
const bundlesLeftOut = 1000

export async function readRestored({ database }: Pick<Readable, 'database'>): Promise<Restored | undefined> {
  const row = await database.meta.get(restoredMark)
  return row?.value as Restored | undefined
}

/**
 * From here another machine goes on. What the old one did after the copy and never sent is known to nobody: so the day's
 * acceptance numbers and the bundles' go on beyond whatever it can have used.
 */
export async function planRestored(
  { desk, changes }: PlanBuilder,
  { at, device }: Extract<Entry, { kind: 'machine-restored' }>,
): Promise<void> {
  const mark: Restored = { at, device, isHeard: false, missed: 0, retired: [] }
  const day = `accepted:${dateInChina(at).replaceAll('-', '')}`
  changes.meta.push(
    { name: restoredMark, value: mark },
    { name: day, value: (await stepsOf(desk, day, acceptancesLeftOut)) * acceptancesLeftOut },
    { name: 'lastBundle', value: (await stepsOf(desk, 'lastBundle', bundlesLeftOut)) * bundlesLeftOut },
  )
}

/** Which whole step lies above the counter. */
async function stepsOf({ database }: PlanBuilder['desk'], counter: string, step: number): Promise<number> {
  const row = await database.meta.get(counter)
  const used = typeof row?.value === 'number' ? row.value : 0
  return Math.floor(used / step) + 1
}

/** The city's news before it counts as heard: what of it is this machine's own and was not in the copy. */
export async function countMissed(
  { desk, changes }: PlanBuilder,
  news: readonly FiledAction[],
): Promise<void> {
  const mark = await readRestored(desk)
  if (!mark || mark.isHeard) return
  const missed = news.filter(({ action }) => action.device === mark.device).length
  if (missed > 0) changes.meta.push({ name: restoredMark, value: { ...mark, missed: mark.missed + missed } })
}

/**
 * Blocks are told after everything else: the city is heard. Sequence codes lent until now stay unused, because the old
 * machine may have given them to somebody; sheets go on, because each lies on the counter and is looked at. A stick that the
 * city answered before (`asOf`, an instant of the city's clock) says nothing of what came after.
 */
export async function noteHeard(
  { desk, changes }: PlanBuilder,
  { leases, asOf }: { readonly leases: readonly Lease[]; readonly asOf?: string | undefined },
): Promise<void> {
  const mark = await readRestored(desk)
  if (!mark || mark.isHeard) return
  if (asOf !== undefined && Date.parse(asOf) < Date.parse(mark.at)) return
  const retired = leases.filter(({ kind }) => kind === 'citizen-sequence').map(({ id }) => id)
  changes.meta.push({ name: restoredMark, value: { ...mark, isHeard: true, retired } })
}

/** Why numbers are not drawn yet; a spoiled sheet is noted at any time. */
export async function waitForTheCity(
  readable: Pick<Readable, 'database'>,
  draws: readonly DrawnNumber[],
): Promise<Refusal[]> {
  const mark = await readRestored(readable)
  const isHeldBack = mark !== undefined && !mark.isHeard && draws.some(({ purpose }) => purpose === 'issue')
  return isHeldBack ? [notHeard] : []
}

const notHeard: Refusal = {
  code: 'restored-not-heard',
  message:
    '本机刚接替了坏的机器，还不知道那台机器最后用到哪个号，没有记录。请先和市局连通一次，证件和顺序码就能用了；受理不受影响。',
}
