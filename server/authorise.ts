import { parseArgs } from 'node:util'
import { deciderSchema, type Decider } from '../shared/people/decider.ts'
import { runCityCommand, type Said } from './city-command.ts'
import type { Database } from './database/database.ts'
import { putDeciders } from './deciders/decider-rows.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run authorise -- --station 代码 --police-number 警号 --role county|city
      登记一名旗县区（county）或市局（city）人员，可以在这个派出所的机器上审批
  停用：npm run cut-off -- --station 代码 --police-number 警号`

const { values } = parseArgs({
  options: { station: { type: 'string' }, 'police-number': { type: 'string' }, role: { type: 'string' } },
})
const { station } = values
const decider = deciderSchema.safeParse({ policeNumber: values['police-number'], role: values.role })

/** Enters somebody of the county or the city as one who may decide at a station. */
async function authorise(database: Database, at: string, whom: Decider): Promise<Said> {
  const [known] = await database.query('select from stations where code = $1', [at])
  if (!known) return { words: `市局没有代码为 ${at} 的派出所。`, code: 2 }
  const entered = await putDeciders(database, at, [whom])
  return { words: entered.length > 0 ? '已登记，马上生效。' : '早已登记过。', code: 0 }
}

await runCityCommand(
  usage,
  station && decider.success ? (database) => authorise(database, station, decider.data) : undefined,
)
