import { blankSheetsOf, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import type { Queries } from '../database/database.ts'

interface Columns {
  readonly kind: HandedOutRange['kind']
  readonly prefix: string
  readonly print_year: number
  readonly first_number: number
  readonly last_number: number
}

/** What the city handed to a station after its package, in the order of the numbers. */
export async function findStock(queries: Queries, station: string): Promise<HandedOutRange[]> {
  const rows = await queries.query<Columns>(
    `select kind, prefix, print_year, first_number, last_number from handed_out_stock
     where station = $1 order by kind, print_year, prefix, first_number`,
    [station],
  )
  return rows.map(({ kind, prefix, print_year: printYear, first_number: first, last_number: last }) => ({
    station,
    kind,
    prefix,
    printYear,
    first,
    last,
  }))
}

/** Enters ranges and their blank sheets. Rejects with the base's own fault (23505) when a number is anybody's already. */
export async function putStock(queries: Queries, ranges: readonly HandedOutRange[]): Promise<void> {
  for (const range of ranges) {
    const { station, kind, prefix, printYear, first, last } = range
    await queries.query(
      `insert into handed_out_stock (station, kind, prefix, print_year, first_number, last_number)
       values ($1, $2, $3, $4, $5, $6)`,
      [station, kind, prefix, printYear, first, last],
    )
    await queries.query(
      `insert into records (station, key, kind, version, body)
       select $1, body ->> 'key', body ->> 'kind', (body ->> 'version')::integer, body
       from jsonb_array_elements($2::jsonb) as given (body)`,
      [station, JSON.stringify(blankSheetsOf(range))],
    )
  }
}
