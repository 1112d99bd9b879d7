import { escapeLiteral } from 'pg'
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
    // One text without parameters: the embedded store takes six steps for a statement that may have some.
    await queries.script(`set local role hukou_station; set local app.station = ${escapeLiteral(station)}`)
    return work(queries)
  }, committed)
}
