import { z } from 'zod'
import type { Refusal } from '../../shared/base/outcome.ts'
import type { Action, Actor } from '../../shared/cases/action.ts'
import type { CaseFile } from '../../shared/cases/case-file.ts'
import { isSamePerson } from '../../shared/cases/holding.ts'
import { isHeldBy } from '../../shared/register/draw-numbers.ts'
import { leaseKinds, type Lease } from '../../shared/register/lease.ts'
import type { ActionRow, CaseRow, LeaseRow, ReceiptRow } from './database.ts'
import type { DeskStore } from './desk-store.ts'
import { openLease } from './read-leases.ts'
import { openAction, openCase, openReceipt, readLastOrder, type Readable } from './read.ts'

/** A step recorded so long before it was sent had to wait for the line, milliseconds. */
const waitedForTheLine = 2 * 60_000

/** Steps that one digest looks through, latest first. */
export const mostInADigest = 500

/** Up to where a person has read: the last order, and the open refusals and blocks of numbers that were shown to that person. */
export const digestMarkSchema = z.object({
  upTo: z.number().int().min(0),
  refused: z.array(z.string()),
  /** None in a mark of a program before. */
  granted: z.array(z.string()).default([]),
})
export type DigestMark = z.infer<typeof digestMarkSchema>

/** One piece of news about a case. */
export type News =
  | { readonly kind: 'accepted'; readonly action: Action; readonly receipt: string }
  | { readonly kind: 'refused'; readonly action: Action; readonly refusals: readonly Refusal[] }
  | { readonly kind: 'others' | 'answered'; readonly action: Action }

/** A case with its news, oldest first. */
export interface DigestLine {
  readonly caseFile: CaseFile
  readonly news: readonly News[]
}

export interface Digest {
  readonly lines: readonly DigestLine[]
  /** Blocks of numbers that the city lent to this machine meanwhile. */
  readonly granted: readonly Lease[]
  /** What the person has read once this digest is closed. */
  readonly mark: DigestMark
  /** Whether there is more than it lists. */
  readonly isCut: boolean
}

/** The rows that a digest is made from. */
export interface DigestRows {
  readonly filed: readonly ReceiptRow[]
  readonly open: readonly ReceiptRow[]
  readonly actions: ReadonlyMap<string, ActionRow>
  readonly cases: ReadonlyMap<string, CaseRow>
  /** Blocks that the city told of, whoever holds them. */
  readonly told: readonly LeaseRow[]
  readonly mark: unknown
  readonly importedUpTo: number
  /** The order after which the rows begin. */
  readonly first: number
}

export function digestSetting(userId: string): string {
  return `digest:${userId}`
}

/** Reads what came since the person closed the last digest: rows alone, nothing that a restart could lose. */
export async function readDigestRows(store: DeskStore, userId: string): Promise<DigestRows> {
  const { meta, receipts, actions, cases, leases } = store.database
  const name = `setting:${digestSetting(userId)}`
  const sealed = (await meta.get(name))?.value
  const imported = (await meta.get('importedUpTo'))?.value
  const importedUpTo = typeof imported === 'number' ? imported : 0
  // The mark is sealed, and nothing but the database may be waited for here: what it rules out is left out afterwards.
  // Orders have no gaps: so many back is so many steps.
  const first = Math.max(importedUpTo, (await readLastOrder(store)) - mostInADigest)
  const filed = await receipts.where('order').above(first).toArray()
  const open = await receipts.where('open').equals(1).toArray()
  const rows = await actions.bulkGet([...filed, ...open].map(({ id }) => id))
  const about = await cases.bulkGet([...new Set(rows.flatMap((row) => (row ? [row.caseId] : [])))])
  return {
    filed,
    open,
    actions: new Map(rows.flatMap((row) => (row ? [[row.id, row] as const] : []))),
    cases: new Map(about.flatMap((row) => (row ? [[row.id, row] as const] : []))),
    told: await leases.filter(({ told }) => told === 1).toArray(),
    mark: sealed,
    importedUpTo,
    first,
  }
}

/** Turns the rows into the digest of a person at this desk, which is the machine `device` of its station. */
export async function openDigest(
  store: Readable,
  rows: DigestRows,
  person: Actor,
  device: string,
): Promise<Digest> {
  const before = await openMark(store, rows, person.userId)
  const isNew = ({ order = 0 }: ReceiptRow) => order > before.upTo
  const filed = rows.filed.filter(isNew)
  const seen = new Set(before.refused)
  const unread = rows.open.filter(({ id }) => !seen.has(id))
  const cases = new Map<string, CaseFile>()
  const news = new Map<string, News[]>()
  for (const receipt of [...filed, ...unread]) {
    const row = rows.actions.get(receipt.id)
    const caseRow = row && rows.cases.get(row.caseId)
    if (!row || !caseRow) continue
    const caseFile = cases.get(row.caseId) ?? (await openCase(store, caseRow))
    cases.set(row.caseId, caseFile)
    const piece = await newsFor(store, person, { receipt, caseFile, row })
    if (piece) news.set(row.caseId, [...(news.get(row.caseId) ?? []), piece])
    if (piece?.kind === 'refused') seen.add(receipt.id)
  }
  const lines = [...news].flatMap(([id, pieces]) => {
    const caseFile = cases.get(id)
    return caseFile ? [{ caseFile, news: pieces }] : []
  })
  const upTo = Math.max(before.upTo, ...filed.map(({ order = 0 }) => order))
  const held = await ownBlocks(store, rows, device)
  const mark = {
    upTo,
    // One that was not shown may still be handed to this person.
    refused: rows.open.flatMap(({ id }) => (seen.has(id) ? [id] : [])),
    granted: held.map(({ id }) => id),
  }
  const granted = held.filter(({ id }) => !before.granted.includes(id))
  return { lines, granted, mark, isCut: before.upTo < rows.first }
}

/** Sheets before codes, each in the order of their numbers. */
function placeOf({ kind, range }: Lease): string {
  return `${leaseKinds.indexOf(kind)} ${range.series} ${String(range.first).padStart(8, '0')}`
}

/** Blocks of this machine's that the city told of and on which it may draw. */
async function ownBlocks(store: Readable, { told }: DigestRows, device: string): Promise<Lease[]> {
  const leases = await Promise.all(told.map((row) => openLease(store, row)))
  return leases
    .filter((lease) => lease.state === 'live' && isHeldBy(lease, device))
    .sort((one, other) => placeOf(one).localeCompare(placeOf(other)))
}

async function openMark({ codec }: Readable, rows: DigestRows, userId: string): Promise<DigestMark> {
  if (!(rows.mark instanceof Uint8Array)) return { upTo: rows.importedUpTo, refused: [], granted: [] }
  const name = `setting:${digestSetting(userId)}`
  return digestMarkSchema.parse(await codec.open(rows.mark, `meta/${name}`))
}

interface Answered {
  readonly receipt: ReceiptRow
  readonly caseFile: CaseFile
  readonly row: ActionRow
}

/** What an answered step is to a person; undefined where it is no news. */
async function newsFor(
  store: Readable,
  person: Actor,
  { receipt, caseFile, row }: Answered,
): Promise<News | undefined> {
  const action = await openAction(store, row)
  const isOwn = isSamePerson(action.by, person)
  if (receipt.outcome === 'refused') {
    const { refusals, assigned } = await openReceipt(store, receipt)
    return isOwn || assigned?.toUserId === person.userId ? { kind: 'refused', action, refusals } : undefined
  }
  if (isOwn)
    return waited(action, receipt) ? { kind: 'accepted', action, receipt: receipt.receipt ?? '' } : undefined
  if (!tookPart(caseFile, person)) return undefined
  return { kind: action.by.role === 'city' ? 'answered' : 'others', action }
}

/** What was sent as soon as it was done is no news to whoever did it. */
function waited({ at }: Action, { sentAt }: ReceiptRow): boolean {
  return sentAt !== undefined && Date.parse(sentAt) - Date.parse(at) >= waitedForTheLine
}

function tookPart({ steps, holding, handedRefusals = [] }: CaseFile, person: Actor): boolean {
  return (
    handedRefusals.some(({ to }) => isSamePerson(to, person)) ||
    steps.some(({ by }) => isSamePerson(by, person)) ||
    (holding !== undefined && isSamePerson(holding, person))
  )
}
