import { parseArgs } from 'node:util'
import { deciderSchema } from '../shared/people/decider.ts'
import { openPostgres } from './database/postgres.ts'
import { putDeciders } from './deciders/decider-rows.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run authorise -- --station 代码 --police-number 警号 --role county|city
      登记一名旗县区（county）或市局（city）人员，可以在这个派出所的机器上审批
  停用：npm run cut-off -- --station 代码 --police-number 警号`

/** Enters somebody of the county or the city as one who may decide at a station. Exit 0 when done, 2 with the usage. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { station: { type: 'string' }, 'police-number': { type: 'string' }, role: { type: 'string' } },
  })
  const url = process.env['DATABASE_URL']
  const decider = deciderSchema.safeParse({ policeNumber: values['police-number'], role: values.role })
  if (!url || !values.station || !decider.success) return say(usage, 2)
  const database = openPostgres(url, () => undefined)
  try {
    const [known] = await database.query('select 1 from stations where code = $1', [values.station])
    if (!known) return say(`市局没有代码为 ${values.station} 的派出所。`, 2)
    const entered = await putDeciders(database, values.station, [decider.data])
    return say(entered.length > 0 ? '已登记，马上生效。' : '早已登记过。', 0)
  } finally {
    await database.close()
  }
}

function say(words: string, code: number): number {
  process.stdout.write(`${words}\n`)
  return code
}

process.exitCode = await main()
