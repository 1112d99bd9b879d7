import { parseArgs } from 'node:util'
import { runCityCommand, type Said } from './city-command.ts'
import type { Database } from './database/database.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run cut-off -- --key KEYID                        从现在起吊销一台机器的签发钥匙
  npm run cut-off -- --station 代码 --police-number 警号   停用一个调离、离职人员，下次同步生效`

const {
  values: { key, station, 'police-number': policeNumber },
} = parseArgs({
  options: { key: { type: 'string' }, station: { type: 'string' }, 'police-number': { type: 'string' } },
})

/** Cuts off a machine's key. */
const revoke = (database: Database, keyId: string) =>
  database.query('update machine_keys set revoked_at = now() where key_id = $1 returning key_id', [keyId])

/** Cuts off somebody who left a station. */
const dismiss = (database: Database, at: string, number: string) =>
  database.query(
    `insert into leavers (station, police_number, left_on) values ($1, $2, current_date)
     on conflict do nothing returning station`,
    [at, number],
  )

const said = (rows: readonly unknown[]): Said => ({
  words: rows.length > 0 ? '已办好，各机器下次同步时生效。' : '没有找到，或者早已办过。',
  code: 0,
})

function orderOf(): ((database: Database) => Promise<Said>) | undefined {
  if (key) return async (database) => said(await revoke(database, key))
  if (!station || !policeNumber) return undefined
  return async (database) => said(await dismiss(database, station, policeNumber))
}

await runCityCommand(usage, orderOf())
