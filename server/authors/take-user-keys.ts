import { textInOrder } from '../../shared/base/text-in-order.ts'
import { isVouched, type VouchedKey } from '../../shared/proof/author-key.ts'
import type { MachineKey } from '../../shared/proof/machine-key.ts'
import type { UserKeysAnswer, UserKeysReport } from '../../shared/sync/user-keys.ts'
import type { City } from '../city.ts'
import type { Queries } from '../database/database.ts'
import { CityFault } from '../faults/city-fault.ts'
import { isEmpty, type Filing } from '../receive/filing.ts'
import { putAuthorKeys, type AuthorKeyRow } from './author-key-rows.ts'

type KeyVerdict = UserKeysAnswer['keys'][number]

/**
 * Puts the keys of a machine's people on file. 409 when the city does not know the machine's own key, or revoked it. A
 * key is refused when it is not vouched for, is another machine's, or belongs to somebody who left.
 */
export async function takeUserKeys(
  { database, filings, now }: City,
  report: UserKeysReport,
): Promise<UserKeysAnswer> {
  const { station } = report
  const at = now()
  const { answer } = await database.transaction(
    async (queries) => {
      // One report of a station after the other, and none in the middle of its message.
      await queries.query('select 1 from stations where code = $1 for update', [station])
      const judge = await judgeOf(queries, report, at)
      const keys = report.keys.map(judge)
      const fresh = report.keys.filter((_, place) => keys[place]?.outcome === 'on-file')
      const authorKeys = await newRows(queries, report, fresh, at)
      await putAuthorKeys(queries, authorKeys)
      const filing: Filing = { station, at, filed: [], refused: [], authorKeys }
      return { answer: { keys }, filing }
    },
    ({ filing }) => {
      if (!isEmpty(filing)) filings.append(filing)
    },
  )
  await filings.settled()
  return answer
}

async function judgeOf(
  queries: Queries,
  { station, device, machineKey }: UserKeysReport,
  now: string,
): Promise<(key: VouchedKey) => KeyVerdict> {
  const machine = await machineKeyOf(queries, { station, device, machineKey }, now)
  const leavers = await queries.query<{ police_number: string }>(
    'select police_number from leavers where station = $1',
    [station],
  )
  const left = new Set(leavers.map((row) => row.police_number))
  const held = await queries.query<{ key_id: string; body: VouchedKey }>(
    'select key_id, body from author_keys where station = $1',
    [station],
  )
  const onFile = new Map(held.map(({ key_id, body }) => [key_id, textOf(body)]))
  return (key) => {
    const { keyId } = key
    const before = onFile.get(keyId)
    if (before === textOf(key)) return { keyId, outcome: 'on-file' }
    const refuse = (reason: { code: string; message: string }) => ({
      keyId,
      outcome: 'refused' as const,
      ...reason,
    })
    const isItsOwn = key.station === station && key.device === device && isVouched(key, machine.publicKey)
    if (!isItsOwn || before !== undefined) return refuse(notVouched)
    if (left.has(key.policeNumber)) return refuse(hasLeft)
    return { keyId, outcome: 'on-file' }
  }
}

/** What a key says of itself; the machine's word beside it may be said anew. */
function textOf({ vouched: _vouched, ...key }: VouchedKey): string {
  return textInOrder(key)
}

async function machineKeyOf(
  queries: Queries,
  { station, device, machineKey }: Pick<UserKeysReport, 'station' | 'device' | 'machineKey'>,
  now: string,
): Promise<MachineKey> {
  const [row] = await queries.query<{ body: MachineKey; revoked_at: Date | string | null }>(
    'select body, revoked_at from machine_keys where key_id = $1 and station = $2 and device = $3',
    [machineKey, station, device],
  )
  if (!row) throw new CityFault(409, machineUnknown)
  if (row.revoked_at !== null || row.body.until < now) throw new CityFault(409, machineRevoked)
  return row.body
}

/** Those that were not on file; a beginning in the future would leave its owner unsigned until then. */
async function newRows(
  queries: Queries,
  { station, machineKey }: UserKeysReport,
  keys: readonly VouchedKey[],
  now: string,
): Promise<AuthorKeyRow[]> {
  const held = await queries.query<{ key_id: string }>(
    'select key_id from author_keys where station = $1 and key_id = any ($2::text[])',
    [station, keys.map(({ keyId }) => keyId)],
  )
  const known = new Set(held.map((row) => row.key_id))
  return keys
    .filter(({ keyId }) => !known.has(keyId))
    .map((key) => ({ key, machineKey, from: Date.parse(key.from) < Date.parse(now) ? key.from : now }))
}

const notVouched = {
  code: 'not-vouched',
  message: '这把个人签名钥匙没有本机的担保，或者不是这台机器的，市局没有登记。请报市局督察核实。',
}
const hasLeft = {
  code: 'has-left',
  message: '市局登记此人已经调离、离职，他的签名钥匙没有登记。请站点管理员停用这个账号。',
}
const machineUnknown = {
  code: 'machine-unknown',
  message: '市局还没有认证这台机器，人员的签名钥匙没有登记。本机同步一次后会自动再报。',
}
const machineRevoked = {
  code: 'machine-revoked',
  message: '市局已经吊销这台机器的钥匙，人员的签名钥匙没有登记。请报市局督察，内容都还在本机。',
}
