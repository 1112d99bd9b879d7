import { parseArgs } from 'node:util'
import { rangeFromTyped } from './orders/typed-range.ts'
import { runCityCommand, whichCity, type Command } from './city-command.ts'

const usage = `${whichCity}
  npm run hand-out-stock -- --station 代码 --kind certificate|permit --from 蒙2026-00051001 --to 蒙2026-00051500
      登记发给一个派出所的一段空白证件（certificate 迁移证，permit 准迁证），两头都算`

const { values } = parseArgs({
  options: {
    station: { type: 'string' },
    kind: { type: 'string' },
    from: { type: 'string' },
    to: { type: 'string' },
    data: { type: 'string' },
  },
})

const range = rangeFromTyped(values, new Date())

function commandOf(): Command | undefined {
  if (!range.ok) return undefined
  const ordered = { what: 'hand-out-stock', station: range.value.station, range: range.value } as const
  return { ordered, done: '已登记，本所各台机器下次和市局连通（或者用U盘交换）时领用：' }
}

const wrong = range.ok ? '' : `${range.refusals.map(({ message }) => message).join('\n')}\n`
await runCityCommand(`${wrong}${usage}`, commandOf(), values.data)
