import type { Database, Queries } from './database.ts'

/**
 * A transaction in a station's name: the database itself lets it see and write that station's rows and no others,
 * whatever the statements inside ask for. The role and the name end with the transaction.
 */
export function asStation<Result>(
  database: Database,
  station: string,
  work: (queries: Queries) => Promise<Result>,
  committed?: (result: Result) => void,
): Promise<Result> {
  return database.transaction(async (queries) => {
    await queries.query(
      "select set_config('role', 'hukou_station', true), set_config('app.station', $1, true)",
      [station],
    )
    return work(queries)
  }, committed)
}
