import { dateInChina } from '../../shared/base/plain-date.ts'
import type { Database, Queries } from '../database/database.ts'
import { putDeciders } from '../deciders/decider-rows.ts'
import { lockBook } from '../machines/lock-book.ts'
import type { CityOrder, Ordered } from './city-order.ts'

/** What an order came to. */
export type CarriedOut = 'done' | 'nothing-to-change' | 'no-such-station'

/** Carries an order out once, whole or not at all; the same order again changes nothing and says the same. */
export function carryOut(database: Database, order: CityOrder): Promise<CarriedOut> {
  const { id, at, ordered } = order
  return database.transaction(async (queries) => {
    const [before] = await queries.query<{ found: boolean }>('select found from city_orders where id = $1', [
      id,
    ])
    if (before) return before.found ? 'done' : 'nothing-to-change'
    if ('station' in ordered && !(await isKnown(queries, ordered.station))) return 'no-such-station'
    const found = (await change(queries, ordered, at)).length > 0
    await queries.query(
      'insert into city_orders (id, ordered_at, body, found) values ($1, $2, $3::jsonb, $4)',
      [id, at, JSON.stringify(ordered), found],
    )
    return found ? 'done' : 'nothing-to-change'
  })
}

async function isKnown(queries: Queries, station: string): Promise<boolean> {
  return (await queries.query('select 1 from stations where code = $1', [station])).length > 0
}

/** The rows that changed. */
function change(queries: Queries, ordered: Ordered, at: string): Promise<unknown[]> {
  switch (ordered.what) {
    case 'revoke-key':
      return revokeKey(queries, ordered.keyId, at)
    case 'cut-off-machine':
      return cutOffMachine(queries, ordered, at)
    case 'dismiss':
      return dismiss(queries, ordered, at)
    case 'authorise':
      return putDeciders(queries, ordered.station, [ordered.decider])
    case 'give-code':
      return queries.query(
        `insert into enrolment_codes (station, digest, until) values ($1, $2, $3)
         on conflict do nothing returning station`,
        [ordered.station, ordered.digest, ordered.until],
      )
  }
}

/** Revokes a machine's key, and with it the keys of the people whom it vouched for. */
function revokeKey(queries: Queries, keyId: string, at: string): Promise<unknown[]> {
  return queries.query(
    `with ended as (
       update author_keys set ended_at = $2 where machine_key = $1 and ended_at is null
     )
     update machine_keys set revoked_at = $2 where key_id = $1 and revoked_at is null returning key_id`,
    [keyId, at],
  )
}

/**
 * Cuts off a machine's certificate for the line. Whoever holds the machine also holds its package with the codes that
 * nobody has used yet: they end with it.
 */
async function cutOffMachine(
  queries: Queries,
  { station, device }: Extract<Ordered, { what: 'cut-off-machine' }>,
  at: string,
): Promise<unknown[]> {
  await lockBook(queries, station)
  const revoked = await queries.query(
    `update station_certificates set revoked_at = $3
     where station = $1 and device = $2 and revoked_at is null returning device`,
    [station, device, at],
  )
  if (revoked.length > 0)
    await queries.query(
      'update enrolment_codes set until = $2 where station = $1 and used_at is null and until > $2',
      [station, at],
    )
  return revoked
}

/** Cuts off somebody who left a station; what that person signs from now on is refused. */
function dismiss(
  queries: Queries,
  { station, policeNumber }: Extract<Ordered, { what: 'dismiss' }>,
  at: string,
): Promise<unknown[]> {
  return queries.query(
    `with ended as (
       update author_keys set ended_at = $3 where station = $1 and police_number = $2 and ended_at is null
     )
     insert into leavers (station, police_number, left_on) values ($1, $2, $4)
     on conflict do nothing returning station`,
    [station, policeNumber, at, dateInChina(at)],
  )
}
