import { parseArgs } from 'node:util'
import { z } from 'zod'
import { runCityCommand, whichCity, type Command } from './city-command.ts'
import { codeDigest } from './machines/enrol.ts'
import { newEnrolmentCode } from './machines/enrolment-code.ts'
import { orderedSchema } from './orders/city-order.ts'

const usage = `${whichCity}
  npm run enrolment-code -- --station 代码 [--days 30]   给一台机器发一个登记码，用一次就作废`

const { values } = parseArgs({
  options: { station: { type: 'string' }, days: { type: 'string' }, data: { type: 'string' } },
})
const asked = z
  .object({ station: z.string(), days: z.coerce.number().int().min(1).max(366).default(30) })
  .safeParse(values)

/** Says a new code once; the city keeps its digest only. */
function giveCode(station: string, days: number): Command | undefined {
  const code = newEnrolmentCode()
  const until = new Date(Date.now() + days * 24 * 3_600_000).toISOString()
  const ordered = orderedSchema.safeParse({ what: 'give-code', station, digest: codeDigest(code), until })
  if (!ordered.success) return undefined
  return {
    ordered: ordered.data,
    done: '已发一个登记码，用一次就作废。',
    tells: `登记码：${code}\n有效到：${until}`,
  }
}

await runCityCommand(
  usage,
  asked.success ? giveCode(asked.data.station, asked.data.days) : undefined,
  values.data,
)
