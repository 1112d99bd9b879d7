import type { Queries } from '../database/database.ts'

/** Locks the station's row until the transaction ends; the last order given so far. Throws for a station not known. */
export async function lockStation(queries: Queries, station: string): Promise<number> {
  const [row] = await queries.query<{ last_order: number }>(
    'select last_order from stations where code = $1 for update',
    [station],
  )
  if (!row) throw new Error(`no such station: ${station}`)
  return row.last_order
}
