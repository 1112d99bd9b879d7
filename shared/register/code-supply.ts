import { addDays, type PlainDate } from '../base/plain-date.ts'
import type { ResidentRecord } from '../people/resident.ts'
import { isInRange, sizeOf, type Lease } from './lease.ts'
import { paceOfUse } from './pace.ts'

/** So long after a birth it is registered, days: twice the month of the law (户口登记条例 第七条), for those who come late. */
export const birthsComeWithin = 60

/** How it stands with the sequence codes of some blocks. */
export interface CodeSupply {
  /** People who got a code of these blocks, a working day. */
  readonly perDay: number
  /** Of the birth dates that a new birth can have, the one with the fewest codes left; none where none was used. */
  readonly scarcest?: { readonly bornOn: PlainDate; readonly sex: 'male' | 'female'; readonly left: number }
}

/**
 * A block holds the same codes for every birth date, so it is never used up as a box of sheets is: what can run out is one
 * date, for one sex (GB 11643: odd for males, even for females).
 */
export function codeSupplyOf(
  people: Iterable<ResidentRecord>,
  blocks: readonly Lease[],
  today: PlainDate,
): CodeSupply {
  const registeredOn: PlainDate[] = []
  const used = new Map<string, number>()
  for (const { citizenId, birthDate, arrival } of people) {
    const number = { series: citizenId.slice(0, 6), number: Number(citizenId.slice(14, 17)) }
    if (citizenId === '' || !blocks.some(({ range }) => isInRange(range, number))) continue
    if (arrival) registeredOn.push(arrival.on)
    if (birthDate < addDays(today, -birthsComeWithin)) continue
    const key = `${birthDate} ${number.number % 2 === 1 ? 'male' : 'female'}`
    used.set(key, (used.get(key) ?? 0) + 1)
  }
  const each = blocks.reduce((sum, { range }) => sum + sizeOf(range), 0) / 2
  const perDay = paceOfUse(registeredOn, today)
  const [scarcest] = [...used].toSorted(byScarcity)
  if (!scarcest) return { perDay }
  const [key, count] = scarcest
  return {
    perDay,
    scarcest: {
      bornOn: key.slice(0, 10),
      sex: key.endsWith('female') ? 'female' : 'male',
      left: each - count,
    },
  }
}

/** Most used first; of two the later date. */
function byScarcity([one, oneUsed]: [string, number], [other, otherUsed]: [string, number]): number {
  return otherUsed - oneUsed || (one < other ? 1 : -1)
}
