import { parseArgs } from 'node:util'
import { deciderSchema } from '../shared/people/decider.ts'
import { runCityCommand, whichCity } from './city-command.ts'
import { orderedSchema } from './orders/city-order.ts'

const usage = `${whichCity}
  npm run authorise -- --station 代码 --police-number 警号 --role county|city
      登记一名旗县区（county）或市局（city）人员，可以在这个派出所的机器上审批
  停用：npm run cut-off -- --station 代码 --police-number 警号`

const { values } = parseArgs({
  options: {
    station: { type: 'string' },
    'police-number': { type: 'string' },
    role: { type: 'string' },
    data: { type: 'string' },
  },
})
const decider = deciderSchema.safeParse({ policeNumber: values['police-number'], role: values.role })
const ordered = orderedSchema.safeParse({ what: 'authorise', station: values.station, decider: decider.data })

await runCityCommand(
  usage,
  ordered.success ? { ordered: ordered.data, done: '已登记，马上生效。' } : undefined,
  values.data,
)
