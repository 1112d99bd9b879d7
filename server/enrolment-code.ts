import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runCityCommand, type Said } from './city-command.ts'
import type { Database } from './database/database.ts'
import { codeDigest } from './machines/enrol.ts'
import { newEnrolmentCode } from './machines/enrolment-code.ts'

const usage = `用法（市局，PostgreSQL，先设 DATABASE_URL）：
  npm run enrolment-code -- --station 代码 [--days 30]   给一台机器发一个登记码，用一次就作废`

const { values } = parseArgs({ options: { station: { type: 'string' }, days: { type: 'string' } } })
const order = z
  .object({ station: z.string(), days: z.coerce.number().int().min(1).max(366).default(30) })
  .safeParse(values)

/** Says a new code once; the city keeps its digest only. */
async function giveCode(database: Database, station: string, days: number): Promise<Said> {
  const code = newEnrolmentCode()
  const [made] = await database.query<{ until: Date }>(
    `insert into enrolment_codes (station, digest, until)
     select code, $2, now() + make_interval(days => $3) from stations where code = $1 returning until`,
    [station, codeDigest(code), days],
  )
  if (!made) return { words: `市局没有代码为 ${station} 的派出所。`, code: 2 }
  return { words: `登记码：${code}\n有效到：${made.until.toISOString()}`, code: 0 }
}

await runCityCommand(
  usage,
  order.success ? (database) => giveCode(database, order.data.station, order.data.days) : undefined,
)
