import { parseArgs } from 'node:util'
import { runCityCommand, whichCity, type Command } from './city-command.ts'
import { orderedSchema } from './orders/city-order.ts'
import { rangeFromTyped } from './orders/typed-range.ts'

const usage = `${whichCity}
  npm run cut-off -- --key KEYID                        从现在起吊销一台机器的签发钥匙
  npm run cut-off -- --station 代码 --police-number 警号   停用一个调离、离职人员，下次同步生效
  npm run cut-off -- --station 代码 --device 机器编号      吊销一台机器的线路证书，冻结它领用的号段，立即生效
  npm run cut-off -- --station 代码 --device 机器编号 --give-back --kind certificate|permit --from 蒙2026-00051001 --to 蒙2026-00051020
      停用以后清点过实物：这一段空白证件都在手里、都没有用过，退回本所库存（顺序码没有实物可清点，不能退）`

const {
  values: {
    key: keyId,
    station,
    device,
    'police-number': policeNumber,
    data,
    'give-back': givesBack,
    ...typed
  },
} = parseArgs({
  options: {
    key: { type: 'string' },
    station: { type: 'string' },
    device: { type: 'string' },
    'police-number': { type: 'string' },
    data: { type: 'string' },
    'give-back': { type: 'boolean' },
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
  },
})

const machineCutOff =
  '已办好，马上生效。本所还没有用过的登记码一并作废：留在所里的机器不受影响，新机器请用 npm run enrolment-code 另发登记码。'

const range = givesBack ? rangeFromTyped({ station, ...typed }, new Date()) : undefined

/** Back to the station's stock what was counted. */
function giveBack(): Command | undefined {
  const ordered = orderedSchema.safeParse({
    what: 'give-back-counted',
    station,
    device,
    range: range?.ok ? range.value : undefined,
  })
  const done = '已退回本所库存，下次连通时可以分给本所的机器：'
  return ordered.success ? { ordered: ordered.data, done } : undefined
}

/** The first thing that the command line names in full. */
function cutOff(): Command | undefined {
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

const wrong = range && !range.ok ? `${range.refusals.map(({ message }) => message).join('\n')}\n` : ''
await runCityCommand(`${wrong}${usage}`, range ? giveBack() : cutOff(), data)
