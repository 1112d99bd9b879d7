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

/** Looks up in one go which of the handed-out actions are news here. */
export async function lookAtFiled(
  database: DeskDatabase,
  handedOut: readonly FiledAction[],
): Promise<LookedAt[]> {
  const ids = handedOut.map(({ action }) => action.id)
  const [actions, receipts, pending] = await Promise.all([
    database.actions.bulkGet(ids),
    database.receipts.bulkGet(ids),
    database.pending.bulkGet(ids),
  ])
  return handedOut.map((filed, at) => {
    const outcome = receipts[at]?.outcome
    const isHere = actions[at] !== undefined
    const isNews = !isHere || pending[at] !== undefined || outcome === 'refused'
    return { filed, isHere, isReceived: outcome === 'received', isNews }
  })
}
