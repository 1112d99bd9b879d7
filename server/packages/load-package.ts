import type { CityPackage } from '../../shared/sync/messages.ts'
import type { RegisterRecord } from '../../shared/register/record.ts'
import type { Database, Queries } from '../database/database.ts'
import { putDeciders } from '../deciders/decider-rows.ts'
import { putLeases, putSequenceBlocks } from '../leases/lease-rows.ts'
import { tokenDigest } from '../http/station-token.ts'
import { codeDigest } from '../machines/enrol.ts'
import { fileAgain } from '../receive/file-again.ts'
import { insertKnownNumbers } from '../receive/known-numbers.ts'

type StationPackage = CityPackage['stations'][number]

/** Rows and actions that go into one statement. */
const recordsAtOnce = 2000
const actionsAtOnce = 500

/**
 * Brings a package into the base: each station once, whole or not at all, however often and on however many server
 * processes it is loaded; then what only the city knows. Answers the codes of the stations that were new.
 */
export async function loadPackage(
  database: Database,
  cityPackage: CityPackage,
  now: string,
): Promise<string[]> {
  await database.transaction((queries) => insertLandings(queries, cityPackage.landings))
  const loaded: string[] = []
  for (const station of cityPackage.stations) {
    const isNew = await database.transaction((queries) => loadStation(queries, station, now))
    await insertCodes(database, station)
    if (isNew) loaded.push(station.station.code)
  }
  return loaded
}

async function insertLandings(queries: Queries, landings: CityPackage['landings']): Promise<void> {
  await queries.query(
    `insert into landings (key, landed_on, office)
     select key, "on"::date, office from jsonb_to_recordset($1::jsonb) as given (key text, "on" text, office text)
     on conflict (key) do nothing`,
    [JSON.stringify(landings)],
  )
}

async function loadStation(queries: Queries, given: StationPackage, now: string): Promise<boolean> {
  const { code, name } = given.station
  const inserted = await queries.query(
    'insert into stations (code, name, token_digest) values ($1, $2, $3) on conflict (code) do nothing returning code',
    [code, name, tokenDigest(given.stationToken)],
  )
  if (inserted.length === 0) return false
  for (const records of inPieces(given.records, recordsAtOnce)) await insertRecords(queries, code, records)
  await claimStock(queries, code)
  await putDeciders(queries, code, given.deciders ?? [])
  // The lease is its own request: nobody asked for it.
  const leases = blocksOf(given).map((lease) => ({ ...lease, request: lease.id }))
  await putSequenceBlocks(queries, leases)
  await putLeases(queries, leases)
  await insertKnownNumbers(queries, code)
  for (const filed of inPieces(given.filed, actionsAtOnce)) {
    await fileAgain(queries, { station: code, at: now, filed, refused: [] })
  }
  if (given.refused.length > 0) {
    await fileAgain(queries, { station: code, at: now, filed: [], refused: given.refused })
  }
  return true
}

/** Blocks that name no machine are for practice: elsewhere their numbers stay free, for whichever machine asks. */
function blocksOf({ sample, leases = [] }: StationPackage) {
  return sample ? leases : leases.filter(({ device }) => device !== '')
}

/** Codes with which machines enrol; a later package may bring more for a station that is here already. */
async function insertCodes(queries: Queries, { station, enrolment }: StationPackage): Promise<void> {
  if (!enrolment) return
  await queries.query(
    `insert into enrolment_codes (station, digest, until)
     select $1, digest, $3 from unnest($2::text[]) as given (digest) on conflict do nothing`,
    [station.code, enrolment.codes.map(codeDigest), enrolment.until],
  )
}

async function insertRecords(
  queries: Queries,
  station: string,
  records: readonly RegisterRecord[],
): Promise<void> {
  await queries.query(
    `insert into records (station, key, kind, version, body)
     select $1, body ->> 'key', body ->> 'kind', (body ->> 'version')::integer, body
     from jsonb_array_elements($2::jsonb) as given (body)`,
    [station, JSON.stringify(records)],
  )
}

/** The station's numbered sheets become its own, for ever. Throws when another station holds one of them. */
async function claimStock(queries: Queries, station: string): Promise<void> {
  await queries.query(
    `insert into serials (key, station)
     select key, $1 from records
     where station = $1 and kind in ('certificate', 'move-in-permit') and body ->> 'station' = $1
     on conflict (key) do nothing`,
    [station],
  )
  const [foreign] = await queries.query<{ key: string }>(
    `select serials.key from records join serials on serials.key = records.key
     where records.station = $1 and records.body ->> 'station' = $1 and serials.station <> $1 limit 1`,
    [station],
  )
  if (foreign)
    throw new Error(`package of station ${station}: ${foreign.key} already belongs to another station`)
}

function inPieces<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  )
}
