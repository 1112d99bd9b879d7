import { createHash } from 'node:crypto'
import { algorithmNamed } from '../../shared/proof/signature-port.ts'
import type { MachineKey } from '../../shared/proof/machine-key.ts'
import type { Lists, MachineReport, MachineReportAnswer } from '../../shared/sync/machine-report.ts'
import type { City } from '../city.ts'
import type { Database, Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'
import { certifyOnce, isKnownKey, isRevokedKey } from './certify-key.ts'
import { provePossession } from './possession.ts'

/** The city's own key; the machines' may be of another family. */
const cityAlgorithm = algorithmNamed('ed25519')

/**
 * Takes a machine's report. 409 when its trail is shorter than what the city holds, or another one. A stick may be older
 * than what the line has brought since: then what is held stands. On the line a new key is certified for who proves that
 * it is theirs; a stick has been signed with it.
 */
export async function takeReport(
  city: City,
  report: MachineReport,
  way: 'line' | 'stick' = 'line',
): Promise<MachineReportAnswer> {
  const { database, secretKey, now } = city
  const secret = await secretKey()
  if (way === 'line' && !(await isKnownKey(database, report.publicKey)))
    await provePossession(city, report, report.possession)
  const trail = await database.transaction(async (queries) => {
    await certifyOnce(queries, report, secret, now())
    if (way === 'stick' && (await isRevokedKey(queries, report.publicKey))) throw keyRevoked()
    return keepHead(queries, report, now(), way)
  })
  const lists = await listsOf(database, cityAlgorithm.publicKeyOf(secret))
  const listsDigest = createHash('sha256').update(JSON.stringify(lists)).digest('hex').slice(0, 32)
  const leavers = await database.query<{ police_number: string }>(
    'select police_number from leavers where station = $1 order by police_number',
    [report.station],
  )
  return {
    trail,
    leavers: leavers.map((row) => row.police_number),
    listsDigest,
    ...(listsDigest === report.listsDigest ? {} : { lists }),
  }
}

/** A trail only grows: a machine that comes back with less has lost or bent its past, and is told so. */
async function keepHead(
  queries: Queries,
  { station, device, trail }: MachineReport,
  now: string,
  way: 'line' | 'stick',
): Promise<MachineReport['trail']> {
  const [held] = await queries.query<{ n: number; head: string }>(
    'select n, head from trail_heads where station = $1 and device = $2 for update',
    [station, device],
  )
  if (held && held.n > trail.n && way === 'stick') return held
  if (held && (held.n > trail.n || (held.n === trail.n && held.head !== trail.head))) {
    throw new CityFault(409, {
      code: 'trail-shrunk',
      field: 'trail',
      message: `市局留存的操作记录到第 ${held.n} 条，本机报来的和它对不上。请保留本机不动，报市局督察。`,
    })
  }
  await queries.query(
    `insert into trail_heads (station, device, n, head, received_at) values ($1, $2, $3, $4, $5)
     on conflict (station, device) do update set n = excluded.n, head = excluded.head, received_at = excluded.received_at`,
    [station, device, trail.n, trail.head, now],
  )
  return trail
}

/** Whose key is in the city's store is turned away before; this one was ordered revoked before its store was built again. */
function keyRevoked(): CityFault {
  return new CityFault(403, {
    code: 'key-revoked',
    field: 'publicKey',
    message: '这台机器的签发钥匙已经吊销，没有接收。请核实机器的去向后报督察。',
  })
}

async function listsOf(database: Database, publicCityKey: string): Promise<Lists> {
  const keys = await database.query<{ body: MachineKey; revoked_at: Date | string | null }>(
    'select body, revoked_at from machine_keys order by key_id',
  )
  const voided = await database.query<{ key: string; replaced_by: string | null }>(
    `select key, body ->> 'replacedBy' as replaced_by from records
     where body ->> 'state' in ('void', 'spoiled') order by key`,
  )
  return {
    cityKey: publicCityKey,
    keys: keys.map(({ body, revoked_at }) => ({
      ...body,
      ...(revoked_at === null ? {} : { revokedAt: new Date(revoked_at).toISOString() }),
    })),
    voided: Object.fromEntries(
      voided.map(({ key, replaced_by }) => [key, replaced_by === null ? {} : { replacedBy: replaced_by }]),
    ),
  }
}
