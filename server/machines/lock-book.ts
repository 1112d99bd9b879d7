import type { Queries } from '../database/database.ts'

/**
 * Locks what the city's book says of a station's machines until the transaction ends: who is cut off gets no certificate that
 * was being written at that moment. Nothing is locked for a station that the city does not know.
 */
export async function lockBook(queries: Queries, station: string): Promise<void> {
  await queries.query('select 1 from stations where code = $1 for update', [station])
}
