import type { PlainDate } from '../base/plain-date.ts'
import { urbanRuralClasses } from '../codes/urban-rural-class.ts'
import type { HouseholdRecord } from '../people/household.ts'
import { classOn, type LocalityRecord } from '../register/locality.ts'
import type { RecordKey } from '../register/record.ts'
import { itemOn } from './item-on.ts'

/**
 * The two figures in which residents are counted since the register knows one kind of hukou only (notice 三(一)), and
 * the place for households whose committee has no class yet: a gap is shown, never guessed.
 */
export const bucketNames = { urban: '城镇居民', rural: '农村牧区居民', unsettled: '未定' } as const
export type Bucket = keyof typeof bucketNames
export const buckets = Object.keys(bucketNames) as readonly Bucket[]

/** A class of the statistics bureau in its figure: 1xx 城镇, 2xx 农村牧区. */
export function bucketOfClass(code: string | undefined): Bucket {
  const known = urbanRuralClasses.entries.find((entry) => entry.code === code)
  if (known === undefined) return 'unsettled'
  return known.isUrban ? 'urban' : 'rural'
}

/** The figure in which a household counts on a day, by its registered address and the class that held that day. */
export function bucketOn(
  household: HouseholdRecord | undefined,
  localities: ReadonlyMap<RecordKey, LocalityRecord>,
  day: PlainDate,
): Bucket {
  const key = household && localityKeyOn(household, day)
  const locality = key === undefined ? undefined : localities.get(key)
  return bucketOfClass(locality && classOn(locality, day))
}

/** The history names a committee by its record's key under this item; today's stands on the household. */
const localityItem = '城乡统计区'

function localityKeyOn({ locality, entries }: HouseholdRecord, day: PlainDate): RecordKey | undefined {
  return itemOn({ entries, item: localityItem, now: locality }, day)
}
