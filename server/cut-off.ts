import { parseArgs } from 'node:util'
import { runCityCommand, whichCity, type Command } from './city-command.ts'
import { orderedSchema } from './orders/city-order.ts'

const usage = `${whichCity}
  npm run cut-off -- --key KEYID                        从现在起吊销一台机器的签发钥匙
  npm run cut-off -- --station 代码 --police-number 警号   停用一个调离、离职人员，下次同步生效
  npm run cut-off -- --station 代码 --device 机器编号      吊销一台机器的线路证书，立即生效`

const {
  values: { key: keyId, station, device, 'police-number': policeNumber, data },
} = parseArgs({
  options: {
    key: { type: 'string' },
    station: { type: 'string' },
    device: { type: 'string' },
    'police-number': { type: 'string' },
    data: { type: 'string' },
  },
})

const machineCutOff =
  '已办好，马上生效。本所还没有用过的登记码一并作废：留在所里的机器不受影响，新机器请用 npm run enrolment-code 另发登记码。'

/** The first thing that the command line names in full. */
function commandOf(): Command | undefined {
  const [ordered] = [
    { what: 'revoke-key', keyId },
    { what: 'cut-off-machine', station, device },
    { what: 'dismiss', station, policeNumber },
  ].flatMap((asked) => {
    const { success, data: ordered } = orderedSchema.safeParse(asked)
    return success ? [ordered] : []
  })
  if (!ordered) return undefined
  const done = ordered.what === 'cut-off-machine' ? machineCutOff : '已办好，各机器下次同步时生效。'
  return { ordered, done }
}

await runCityCommand(usage, commandOf(), data)
