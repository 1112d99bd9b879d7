import type { Database } from '../database/database.ts'
import { fileAgain } from '../receive/file-again.ts'
import type { Filing } from '../receive/filing.ts'

/** Actions that are folded in one transaction. */
const actionsAtOnce = 500

/** Files everything that the journal recorded, station by station, in its order and with its receipts. */
export async function replay(database: Database, recorded: readonly Filing[]): Promise<void> {
  for (const filings of byStation(recorded)) {
    for (const piece of merged(filings)) {
      await database.transaction((queries) => fileAgain(queries, piece))
    }
  }
}

function byStation(recorded: readonly Filing[]): Filing[][] {
  const stations = new Map<string, Filing[]>()
  for (const filing of recorded) {
    const filings = stations.get(filing.station)
    if (filings) filings.push(filing)
    else stations.set(filing.station, [filing])
  }
  return [...stations.values()]
}

/** Neighbouring filings of a station in larger pieces: building the store again costs by the statement. */
function merged(filings: readonly Filing[]): Filing[] {
  const pieces: Filing[] = []
  for (const filing of filings) {
    const last = pieces.at(-1)
    if (last && last.filed.length < actionsAtOnce) {
      last.filed.push(...filing.filed)
      last.refused.push(...filing.refused)
      last.leases?.push(...(filing.leases ?? []))
      last.stock?.push(...(filing.stock ?? []))
      last.machines?.push(...(filing.machines ?? []))
      last.authorKeys?.push(...(filing.authorKeys ?? []))
      last.kept?.push(...(filing.kept ?? []))
      last.judged?.push(...(filing.judged ?? []))
    } else {
      pieces.push(copyOf(filing))
    }
  }
  return pieces
}

function copyOf({ filed, refused, ...filing }: Filing): Filing {
  const { leases = [], stock = [], machines = [], authorKeys = [], kept = [], judged = [] } = filing
  return {
    ...filing,
    filed: [...filed],
    refused: [...refused],
    leases: [...leases],
    stock: [...stock],
    machines: [...machines],
    authorKeys: [...authorKeys],
    kept: [...kept],
    judged: [...judged],
  }
}
