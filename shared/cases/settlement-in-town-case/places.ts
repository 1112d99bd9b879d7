import { chifengTownships } from '../../codes/chifeng-township.ts'
import { regions } from '../../codes/gbt2260-region.ts'

/** Whether an address counts as town: streets and towns do, 乡 and 苏木 do not, parks and farms a person decides. */
export type TownStanding = 'town' | 'country' | 'person-decides'

export function townStanding(township: string): TownStanding {
  const found = chifengTownships.entries.find(({ code }) => code === township)
  if (found?.countsAsTown) return 'town'
  return found?.kind === '乡' || found?.kind === '苏木' ? 'country' : 'person-decides'
}

export function isTownWithVillages(township: string): boolean {
  return chifengTownships.entries.find(({ code }) => code === township)?.kind === '镇'
}

/** In a district of the city (市辖区): whoever is registered there may be joined, wherever in it (二(一)1(1)). */
export function isInADistrict(township: string): boolean {
  const county = regions.entries.find(({ code }) => code === township.slice(0, 6))
  return county?.ownName.endsWith('区') ?? false
}

export function townshipName(township: string): string {
  return chifengTownships.name(township) ?? township
}
