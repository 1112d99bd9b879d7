import { parseArgs } from 'node:util'
import { openPostgres } from './database/postgres.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run cut-off -- --key KEYID                        从现在起吊销一台机器的签发钥匙
  npm run cut-off -- --station 代码 --police-number 警号   停用一个调离、离职人员，下次同步生效`

/** Cuts off a machine's key or somebody who left. Exit 0 when it is done, 2 with the usage otherwise. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { key: { type: 'string' }, station: { type: 'string' }, 'police-number': { type: 'string' } },
  })
  const url = process.env['DATABASE_URL']
  const { key, station, 'police-number': policeNumber } = values
  if (!url || (!key && !(station && policeNumber))) return say(usage, 2)
  const database = openPostgres(url, () => undefined)
  try {
    const done = key
      ? await database.query(
          'update machine_keys set revoked_at = now() where key_id = $1 returning key_id',
          [key],
        )
      : await database.query(
          `insert into leavers (station, police_number, left_on) values ($1, $2, current_date)
           on conflict do nothing returning station`,
          [station, policeNumber],
        )
    return say(done.length > 0 ? '已办好，各机器下次同步时生效。' : '没有找到，或者早已办过。', 0)
  } finally {
    await database.close()
  }
}

function say(words: string, code: number): number {
  process.stdout.write(`${words}\n`)
  return code
}

process.exitCode = await main()
