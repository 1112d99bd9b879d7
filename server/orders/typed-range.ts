import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { stationCodeSchema } from '../../shared/people/station.ts'
import { handedOutRangeSchema, type HandedOutRange } from '../../shared/register/handed-out-stock.ts'
import { mostSheetsInARange } from '../../shared/register/stock-balance.ts'
import { readTypedSerial } from '../../shared/register/typed-serial.ts'

/** The names of the two kinds of numbered sheets on a command line. */
const kinds: Readonly<Record<string, HandedOutRange['kind']>> = {
  certificate: 'certificate',
  permit: 'move-in-permit',
}

/** What was typed, as it came. */
interface Typed {
  readonly station?: string | undefined
  readonly kind?: string | undefined
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** A range of sheets from a command line; refused in words for whoever typed it. `today` tells which printings there can be. */
export function rangeFromTyped(
  { station, kind, from = '', to = '' }: Typed,
  today: Date,
): Outcome<HandedOutRange> {
  const code = stationCodeSchema.safeParse(station)
  if (!code.success) return wrong('station', '派出所代码是十二位数字。')
  const of = Object.hasOwn(kinds, kind ?? '') ? kinds[kind ?? ''] : undefined
  if (!of) return wrong('kind', `没有“${kind ?? ''}”这种空白证件：certificate 迁移证，permit 准迁证。`)
  const [first, last] = [readTypedSerial(from, 'from'), readTypedSerial(to, 'to')]
  if (!first.ok) return first
  if (!last.ok) return last
  const { prefix, printYear } = first.value
  if (prefix !== last.value.prefix || printYear !== last.value.printYear)
    return wrong('to', '起号和止号不是同一批印制的，请分开登记。')
  if (printYear > today.getUTCFullYear() + 1)
    return wrong('from', `还没有 ${printYear} 年印制的证件，请核对印制年份。`)
  const [low, high] = [Number(first.value.digits), Number(last.value.digits)]
  if (low > high) return wrong('to', '止号小于起号。')
  if (high - low >= mostSheetsInARange)
    return wrong('to', `一段最多 ${mostSheetsInARange} 张，这里有 ${high - low + 1} 张，请核对。`)
  return accepted(
    handedOutRangeSchema.parse({ station: code.data, kind: of, prefix, printYear, first: low, last: high }),
  )
}

function wrong(field: string, message: string): Outcome<never> {
  return refused({ code: 'range-unreadable', field, message })
}
