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

/**
 * Looks up which of the handed-out actions are news here. Receipts and places in the queue stand beside actions that are
 * here, so what came from elsewhere, which is most of it, costs one look.
 */
export async function lookAtFiled(
  database: DeskDatabase,
  handedOut: readonly FiledAction[],
): Promise<LookedAt[]> {
  const rows = await database.actions.bulkGet(handedOut.map(({ action }) => action.id))
  const here = new Map<string, { isReceived: boolean; isNews: boolean }>()
  const known = rows.flatMap((row) => row?.id ?? [])
  if (known.length > 0) {
    const [receipts, pending] = await Promise.all([
      database.receipts.bulkGet(known),
      database.pending.bulkGet(known),
    ])
    known.forEach((id, at) => {
      const outcome = receipts[at]?.outcome
      here.set(id, {
        isReceived: outcome === 'received',
        isNews: pending[at] !== undefined || outcome === 'refused',
      })
    })
  }
  return handedOut.map((filed) => {
    const known = here.get(filed.action.id)
    return known
      ? { filed, isHere: true, ...known }
      : { filed, isHere: false, isReceived: false, isNews: true }
  })
}
