import { runsOf, sequencesInABlock, type Lease, type LeaseKind } from '../../shared/register/lease.ts'
import type { Queries } from '../database/database.ts'

type Range = Lease['range']

const recordKinds = { 'certificate-blanks': 'certificate', 'permit-blanks': 'move-in-permit' } as const

/** The next numbers of a kind that nobody at the station holds, as runs; none when there are none. */
export function findFreeNumbers(
  queries: Queries,
  station: string,
  kind: LeaseKind,
  count: number,
): Promise<Range[]> {
  return kind === 'citizen-sequence'
    ? takeSequenceBlock(queries, station)
    : freeSheets(queries, station, kind, count)
}

/** Blank sheets of the station's stock in the order of their numbers, the oldest printing first. */
async function freeSheets(
  queries: Queries,
  station: string,
  kind: Exclude<LeaseKind, 'citizen-sequence'>,
  count: number,
): Promise<Range[]> {
  const rows = await queries.query<{ series: string; number: number }>(
    `select series, number from (
       select (body -> 'serial' ->> 'prefix') || (body -> 'serial' ->> 'printYear') as series,
              (body -> 'serial' ->> 'digits')::integer as number, (body -> 'serial' ->> 'printYear') as printed
       from records
       where station = $1 and kind = $2 and body ->> 'state' = 'blank' and body ->> 'station' = $1
     ) as sheets
     where not exists (
       select 1 from leased_numbers as leased
       where leased.station = $1 and leased.kind = $3 and leased.series = sheets.series
         and leased.number = sheets.number
     )
     order by printed, series, number limit $4`,
    [station, recordKinds[kind], kind, count],
  )
  const allSeries = [...new Set(rows.map(({ series }) => series))]
  return allSeries.flatMap((series) =>
    runsOf(rows.filter((row) => row.series === series).map(({ number }) => number)).map((run) => ({
      series,
      ...run,
    })),
  )
}

/** Codes below ten are never given out in blocks: made-up people carry 000, and old lists begin there. */
const lowestBlock = sequencesInABlock
const highestBlock = 1000 - sequencesInABlock

/** A block that the county gave the station and no machine holds; otherwise the county's next. */
async function takeSequenceBlock(queries: Queries, station: string): Promise<Range[]> {
  const county = station.slice(0, 6)
  const [own] = await queries.query<{ first_number: number }>(
    `select first_number from sequence_blocks as block
     where county = $1 and station = $2 and not exists (
       select 1 from leased_numbers as leased
       where leased.station = $2 and leased.kind = 'citizen-sequence' and leased.series = $1
         and leased.number = block.first_number
     )
     order by first_number limit 1`,
    [county, station],
  )
  const first = own?.first_number ?? (await allotBlock(queries, county, station))
  return first === undefined ? [] : [{ series: county, first, last: first + sequencesInABlock - 1 }]
}

/** Stations of a county do not wait for one another: whoever loses the race for a block tries the next. */
async function allotBlock(queries: Queries, county: string, station: string): Promise<number | undefined> {
  for (;;) {
    const [row] = await queries.query<{ first_number: number | null }>(
      `insert into sequence_blocks (county, first_number, station)
       select $1, min(free.number), $2 from generate_series($3::integer, $4::integer, $5::integer) as free (number)
       where not exists (
         select 1 from sequence_blocks as given where given.county = $1 and given.first_number = free.number
       )
       having min(free.number) is not null
       on conflict do nothing returning first_number`,
      [county, station, lowestBlock, highestBlock, sequencesInABlock],
    )
    if (row?.first_number !== undefined && row.first_number !== null) return row.first_number
    if (!(await hasFreeBlock(queries, county))) return undefined
  }
}

async function hasFreeBlock(queries: Queries, county: string): Promise<boolean> {
  const [row] = await queries.query<{ given: number }>(
    'select count(*)::integer as given from sequence_blocks where county = $1 and first_number between $2 and $3',
    [county, lowestBlock, highestBlock],
  )
  return (row?.given ?? 0) < (highestBlock - lowestBlock) / sequencesInABlock + 1
}
