import { chifengTownships } from '../../codes/chifeng-township.ts'

/** Whether an address counts as town: streets and towns do, 乡 and 苏木 do not, the like of them a person decides. */
export type TownStanding = 'town' | 'country' | 'person-decides'

export function townStanding(township: string): TownStanding {
  const kind = chifengTownships.entries.find(({ code }) => code === township)?.kind ?? ''
  if (kind === '街道' || kind === '镇') return 'town'
  return kind === '乡' || kind === '苏木' ? 'country' : 'person-decides'
}

export function townshipName(township: string): string {
  return chifengTownships.name(township) ?? township
}
