import { must } from '../../shared/base/must.ts'
import { certifyKey, keyIdOf } from '../../shared/proof/machine-key.ts'
import { algorithmNamed, algorithmOfKey } from '../../shared/proof/signature-port.ts'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'

const keyLastsYears = 3
/** The city's own key; the machines' may be of another family. */
const cityAlgorithm = algorithmNamed('ed25519')

/**
 * When the city's administrator ordered the key with the id $1 revoked. A store that was built again does not know the keys
 * that came with reports; who comes with one of them anew does not come without its end.
 */
const orderedToRevoke = `select min(ordered_at) from city_orders
  where body ->> 'what' = 'revoke-key' and body ->> 'keyId' = $1`

export async function isRevokedKey(queries: Queries, publicKey: string): Promise<boolean> {
  const revoked = await queries.query(
    'select 1 from machine_keys where key_id = $1 and revoked_at is not null',
    [keyIdOf(publicKey)],
  )
  return revoked.length > 0
}

interface KeyOfMachine {
  readonly station: string
  readonly device: string
  readonly publicKey: string
}

/** Whether that very key was certified: an id is 48 bits of it, and somebody may have looked for another key with the same. */
export async function isKnownKey(queries: Queries, publicKey: string): Promise<boolean> {
  const known = await queries.query(
    "select 1 from machine_keys where key_id = $1 and body ->> 'publicKey' = $2",
    [keyIdOf(publicKey), publicKey],
  )
  return known.length > 0
}

/**
 * A machine's key is certified the first time it comes; a device that comes with another key has a new one certified. 409
 * when another key has its id.
 */
export async function certifyOnce(
  queries: Queries,
  { station, device, publicKey }: KeyOfMachine,
  secret: Uint8Array,
  now: string,
): Promise<void> {
  if (await isKnownKey(queries, publicKey)) return
  const keyId = keyIdOf(publicKey)
  const until = new Date(now)
  until.setUTCFullYear(until.getUTCFullYear() + keyLastsYears)
  const algorithm = must(algorithmOfKey(publicKey), 'the schema takes no other key').name
  const key = certifyKey(
    { keyId, algorithm, station, device, publicKey, from: now, until: until.toISOString() },
    secret,
    cityAlgorithm,
  )
  await queries.query(
    `insert into machine_keys (key_id, station, device, body, revoked_at)
     values ($1, $2, $3, $4::jsonb, (${orderedToRevoke})) on conflict do nothing`,
    [keyId, station, device, JSON.stringify(key)],
  )
  if (!(await isKnownKey(queries, publicKey))) throw new CityFault(409, keyIdTaken)
}

const keyIdTaken = {
  code: 'key-id-taken',
  field: 'publicKey',
  message: '本机签发钥匙的编号和市局登记的另一把钥匙相同，市局没有认证。请报市局督察核实。',
}
