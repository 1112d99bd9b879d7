import { parseArgs } from 'node:util'
import { runCityCommand, type Said } from './city-command.ts'
import type { Database } from './database/database.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run cut-off -- --key KEYID                        从现在起吊销一台机器的签发钥匙
  npm run cut-off -- --station 代码 --police-number 警号   停用一个调离、离职人员，下次同步生效
  npm run cut-off -- --station 代码 --device 机器编号      吊销一台机器的线路证书，立即生效`

const {
  values: { key, station, device, 'police-number': policeNumber },
} = parseArgs({
  options: {
    key: { type: 'string' },
    station: { type: 'string' },
    device: { type: 'string' },
    'police-number': { type: 'string' },
  },
})

/** Cuts off a machine's key, and with it the keys of the people whom it vouched for. */
const revoke = (database: Database, keyId: string) =>
  database.query(
    `with ended as (
       update author_keys set ended_at = now() where machine_key = $1 and ended_at is null
     )
     update machine_keys set revoked_at = now() where key_id = $1 returning key_id`,
    [keyId],
  )

/**
 * Cuts off a machine's certificate for the line. Whoever holds the machine also holds its package with the codes that
 * nobody has used yet: they end with it.
 */
const cutOffMachine = (database: Database, at: string, device: string) =>
  database.transaction(async (queries) => {
    const revoked = await queries.query(
      `update station_certificates set revoked_at = now()
       where station = $1 and device = $2 and revoked_at is null returning device`,
      [at, device],
    )
    if (revoked.length > 0)
      await queries.query(
        'update enrolment_codes set until = now() where station = $1 and used_at is null and until > now()',
        [at],
      )
    return revoked
  })

/** Cuts off somebody who left a station; what that person signs from now on is refused. */
const dismiss = (database: Database, at: string, number: string) =>
  database.query(
    `with ended as (
       update author_keys set ended_at = now() where station = $1 and police_number = $2 and ended_at is null
     )
     insert into leavers (station, police_number, left_on) values ($1, $2, current_date)
     on conflict do nothing returning station`,
    [at, number],
  )

const said = (rows: readonly unknown[], done = '已办好，各机器下次同步时生效。'): Said => ({
  words: rows.length > 0 ? done : '没有找到，或者早已办过。',
  code: 0,
})

const machineCutOff =
  '已办好，马上生效。本所还没有用过的登记码一并作废：留在所里的机器不受影响，新机器请用 npm run enrolment-code 另发登记码。'

function orderOf(): ((database: Database) => Promise<Said>) | undefined {
  if (key) return async (database) => said(await revoke(database, key))
  if (!station) return undefined
  if (device) return async (database) => said(await cutOffMachine(database, station, device), machineCutOff)
  if (!policeNumber) return undefined
  return async (database) => said(await dismiss(database, station, policeNumber))
}

await runCityCommand(usage, orderOf())
