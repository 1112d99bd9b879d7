import type { FiledAction } from '../../shared/sync/messages.ts'
import type { DeskDatabase } from './database.ts'

/** What a handed-out action is to this desk. */
export interface LookedAt {
  readonly filed: FiledAction
  /** The action itself lies here already. */
  readonly isHere: boolean
  /** So does the city's receipt for it. */
  readonly isReceived: boolean
  /** The city's state, as it is known here, does not have it yet. */
  readonly isNews: boolean
}

type Known = Omit<LookedAt, 'filed'>

const unknown: Known = { isHere: false, isReceived: false, isNews: true }

/** Looks up which of the handed-out actions are news here. */
export async function lookAtFiled(
  database: DeskDatabase,
  handedOut: readonly FiledAction[],
): Promise<LookedAt[]> {
  const own = await lookAtOldestPending(database, handedOut)
  const elsewhere = handedOut.flatMap(({ action: { id } }) => (own.has(id) ? [] : [id]))
  const others = await lookUp(database, elsewhere)
  return handedOut.map((filed) => {
    const { id } = filed.action
    return { filed, ...(own.get(id) ?? others.get(id) ?? unknown) }
  })
}

/**
 * Own steps mostly come back as they went out, so that two lists say all about them: to the browser's database a single
 * look costs as much as a list.
 */
async function lookAtOldestPending(
  { pending, receipts }: DeskDatabase,
  handedOut: readonly FiledAction[],
): Promise<Map<string, Known>> {
  const oldest = new Set(await pending.orderBy('place').limit(handedOut.length).primaryKeys())
  const own = handedOut.filter(({ action: { id } }) => oldest.has(id))
  const [first, last] = [own[0], own.at(-1)]
  if (!first || !last) return new Map()
  const between = receipts.where('order').between(first.order, last.order, true, true)
  const received = new Set(await between.primaryKeys())
  return new Map(
    own.map(({ action: { id } }) => [id, { isHere: true, isReceived: received.has(id), isNews: true }]),
  )
}

/** Receipts and places in the queue stand beside actions that are here, so what came from elsewhere costs one look. */
async function lookUp(
  { actions, receipts, pending }: DeskDatabase,
  ids: readonly string[],
): Promise<Map<string, Known>> {
  if (ids.length === 0) return new Map()
  const rows = await actions.bulkGet([...ids])
  const known = rows.flatMap((row) => row?.id ?? [])
  if (known.length === 0) return new Map()
  const [answers, waiting] = await Promise.all([receipts.bulkGet(known), pending.bulkGet(known)])
  return new Map(
    known.map((id, at) => {
      const outcome = answers[at]?.outcome
      const isNews = waiting[at] !== undefined || outcome === 'refused'
      return [id, { isHere: true, isReceived: outcome === 'received', isNews }]
    }),
  )
}
