import { dateInChina } from '../../shared/base/plain-date.ts'
import type { City } from '../city.ts'
import type { Queries } from '../database/database.ts'
import { putDeciders } from '../deciders/decider-rows.ts'
import { freezeLeases, frozenInWords } from '../leases/freeze-leases.ts'
import type { Filing } from '../receive/filing.ts'
import { lockStation } from '../receive/lock-station.ts'
import type { CityOrder, Ordered } from './city-order.ts'
import { giveBackCounted } from './give-back-counted.ts'
import { handOutStock, overlapInWords, rangeOfSheetsInWords } from './hand-out-stock.ts'
import { OrderRefused } from './order-refused.ts'

/** What an order came to, and what there is to say of it. */
export interface CarriedOut {
  readonly outcome: 'done' | 'nothing-to-change' | 'no-such-station' | 'refused'
  readonly said?: string
}

/** What an order is carried out on. */
export type OrderedCity = Pick<City, 'database' | 'filings'>

/** What an order changed. */
interface Change {
  readonly found: boolean
  readonly said?: string
  /** Its part in sheets and leases, which an embedded city's journal keeps among the steps that build on it. */
  readonly filing?: Filing
}

/**
 * Carries an order out once, whole or not at all; the same order again changes nothing and says the same. `isFiled`: its
 * part in sheets and leases is there already, by the journal from which a store is built again.
 */
export async function carryOut(
  { database, filings }: OrderedCity,
  order: CityOrder,
  isFiled = false,
): Promise<CarriedOut> {
  try {
    const { carriedOut } = await database.transaction(
      (queries) => carryOutOnce(queries, order, isFiled),
      ({ filing }) => {
        if (filing) filings.append(filing)
      },
    )
    await filings.settled()
    return carriedOut
  } catch (error) {
    const said = await refusalOf(error, order, database)
    if (said === undefined) throw error
    return { outcome: 'refused', said }
  }
}

interface CarriedOutOnce {
  readonly carriedOut: CarriedOut
  readonly filing?: Filing | undefined
}

async function carryOutOnce(queries: Queries, order: CityOrder, isFiled: boolean): Promise<CarriedOutOnce> {
  const { id, at, ordered } = order
  const [before] = await queries.query<{ found: boolean; said: string | null }>(
    'select found, said from city_orders where id = $1',
    [id],
  )
  if (before) return { carriedOut: outcomeOf(before) }
  if ('station' in ordered && !(await isKnown(queries, ordered.station)))
    return { carriedOut: { outcome: 'no-such-station' } }
  const { filing, ...changed } = await change(queries, order, isFiled)
  await queries.query(
    'insert into city_orders (id, ordered_at, body, found, said) values ($1, $2, $3::jsonb, $4, $5)',
    [id, at, JSON.stringify(ordered), changed.found, changed.said ?? null],
  )
  return { carriedOut: outcomeOf(changed), filing }
}

function outcomeOf({ found, said }: { readonly found: boolean; readonly said?: string | null }): CarriedOut {
  return { outcome: found ? 'done' : 'nothing-to-change', ...(said ? { said } : {}) }
}

/** Two commands at once: the base itself lets one number in once, and the later command says whose it is by now. */
async function refusalOf(
  error: unknown,
  { ordered }: CityOrder,
  queries: Queries,
): Promise<string | undefined> {
  if (error instanceof OrderRefused) return error.message
  const isTaken = error instanceof Error && 'code' in error && error.code === '23505'
  return isTaken && ordered.what === 'hand-out-stock' ? overlapInWords(queries, ordered.range) : undefined
}

async function isKnown(queries: Queries, station: string): Promise<boolean> {
  return (await queries.query('select 1 from stations where code = $1', [station])).length > 0
}

async function change(queries: Queries, order: CityOrder, isFiled: boolean): Promise<Change> {
  const { ordered, at } = order
  switch (ordered.what) {
    case 'revoke-key':
      return changedRows(await revokeKey(queries, ordered.keyId, at))
    case 'dismiss':
      return changedRows(await dismiss(queries, ordered, at))
    case 'authorise':
      return changedRows(await putDeciders(queries, ordered.station, [ordered.decider]))
    case 'give-code':
      return changedRows(
        await queries.query(
          `insert into enrolment_codes (station, digest, until) values ($1, $2, $3)
           on conflict do nothing returning station`,
          [ordered.station, ordered.digest, ordered.until],
        ),
      )
    case 'cut-off-machine':
      return cutOff(queries, order, ordered, isFiled)
    case 'hand-out-stock':
    case 'give-back-counted':
      return isFiled ? { found: true } : changeSheets(queries, order, ordered)
  }
}

function changedRows(rows: readonly unknown[]): Change {
  return { found: rows.length > 0 }
}

/** What a machine holds is frozen with it, in the same transaction. */
async function cutOff(
  queries: Queries,
  order: CityOrder,
  ordered: Extract<Ordered, { what: 'cut-off-machine' }>,
  isFiled: boolean,
): Promise<Change> {
  await lockStation(queries, ordered.station)
  const revoked = await cutOffMachine(queries, ordered, order.at)
  if (isFiled) return { found: revoked.length > 0 }
  const leases = await freezeLeases(queries, { ...ordered, at: order.at })
  const found = revoked.length + leases.length > 0
  // Noted also where nothing was held: what the machine's successor holds later is not frozen when a store is built again.
  const filing = filingOf(order, ordered.station, { leases })
  return found ? { found, said: `${frozenInWords(leases)}。`, filing } : { found, filing }
}

async function changeSheets(
  queries: Queries,
  order: CityOrder,
  ordered: Extract<Ordered, { what: 'hand-out-stock' | 'give-back-counted' }>,
): Promise<Change> {
  const { station, range } = ordered
  if (range.station !== station) throw new OrderRefused('派出所和号段不是同一家，没有改动。')
  await lockStation(queries, station)
  const words = rangeOfSheetsInWords(range)
  if (ordered.what === 'give-back-counted') {
    const leases = await giveBackCounted(queries, { id: order.id, device: ordered.device, range })
    return { found: true, said: words, filing: filingOf(order, station, { leases }) }
  }
  if (!(await handOutStock(queries, range)))
    return { found: false, said: `${words}：早已登记给这个派出所，没有改动。` }
  return { found: true, said: words, filing: filingOf(order, station, { stock: [range] }) }
}

function filingOf({ id, at }: CityOrder, station: string, what: Pick<Filing, 'leases' | 'stock'>): Filing {
  return { station, at, filed: [], refused: [], ...what, orders: [id] }
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
