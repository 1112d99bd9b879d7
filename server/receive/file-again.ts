import type { FiledAction } from '../../shared/sync/messages.ts'
import type { Queries } from '../database/database.ts'
import { dropKept, putKept } from '../inbox/inbox-rows.ts'
import { drawnBefore } from '../leases/may-draw.ts'
import { putStock } from '../leases/handed-out-stock.ts'
import { putLeases, putMachineNames, putSequenceBlocks } from '../leases/lease-rows.ts'
import { putAuthorKeys } from '../authors/author-key-rows.ts'
import { decideAction } from './decide-action.ts'
import type { Filing } from './filing.ts'
import { lockStation } from './lock-station.ts'
import { openStand } from './stand.ts'
import { writeFiling } from './write-filing.ts'

/**
 * Files what was filed before, with its recorded orders and receipts: from the journal or from a station's package.
 * Throws when an order is missing or an action no longer holds; nothing is left out in silence.
 */
export async function fileAgain(queries: Queries, filing: Filing): Promise<void> {
  const lastOrder = await lockStation(queries, filing.station)
  // Before the steps that use it; what a step of the same piece did earlier was not on these sheets.
  await putStock(queries, filing.stock ?? [])
  const stand = openStand(queries, filing.station, 'the-registered')
  await stand.prefetch(filing.filed.map(({ action }) => action))
  for (const [index, each] of filing.filed.entries()) {
    if (each.order !== lastOrder + 1 + index)
      throw new Error(`${nameOf(filing, each)}: orders have a gap before it`)
    const outcome = await decideAction(each.action, {
      queries,
      stand,
      mayDraw: drawnBefore,
      reportFault: rethrow,
    })
    if (!outcome.ok)
      throw new Error(`${nameOf(filing, each)} no longer holds: ${outcome.refusals[0]?.code ?? ''}`)
  }
  await writeFiling(queries, filing, stand)
  const { leases = [], machines = [], authorKeys = [] } = filing
  await putSequenceBlocks(queries, leases)
  await putLeases(queries, leases)
  await putMachineNames(queries, filing.station, machines)
  await putAuthorKeys(queries, authorKeys)
  await putKept(queries, filing.station, filing.kept ?? [])
  await dropKept(queries, filing.station, filing.judged ?? [])
}

function rethrow(error: unknown): never {
  throw error
}

function nameOf({ station }: Filing, { order }: FiledAction): string {
  return `station ${station}, order ${order}`
}
