import { makeCodeTable, readEntries, type CodeEntry } from './code-table.ts'
import { gbt2260CountyRows } from './tables/gbt2260-county.ts'
import { gbt2260PrefectureRows } from './tables/gbt2260-prefecture.ts'
import { gbt2260ProvinceRows } from './tables/gbt2260-province.ts'

export type RegionLevel = 'province' | 'prefecture' | 'county'

/** A region's `name` and `initials` are those of the full name: 内蒙古自治区赤峰市红山区. */
export interface Region extends CodeEntry {
  readonly level: RegionLevel
  /** Without what stands above it: 红山区; empty for a row that only holds a place. */
  readonly ownName: string
  readonly ownInitials: string
}

/** Rows that only hold a place between a province and the counties it governs itself: no part of any name. */
const PLACE_HOLDERS = new Set(['市辖区', '县', '省直辖县级行政区划', '自治区直辖县级行政区划'])

/** Administrative divisions down to the county, GB/T 2260: two digits each for province, prefecture and county. */
export const regions = makeCodeTable<Region>({
  standard: 'GB/T 2260',
  entries: readRegions(),
  aliasesOf: ({ ownName, ownInitials }) => [{ name: ownName, initials: ownInitials }],
})

/** The full name of a six-digit code as written in an address; undefined for a code that is not in today's list. */
export function regionName(code: string): string | undefined {
  return regions.name(code)
}

/** At most `most` counties, the likeliest first: what a place of registration may be. */
export function findRegions(typed: string, most: number): readonly Region[] {
  const counties = regions.find(typed).filter(({ level }) => level === 'county')
  return counties.slice(0, most)
}

/** By the code's first digits, so that a county dissolved long ago still counts. */
export function isInsideInnerMongolia(code: string): boolean {
  return /^15\d{4}$/.test(code)
}

/** By the code's first digits, as above. */
export function isInsideChifeng(code: string): boolean {
  return /^1504\d{2}$/.test(code)
}

function readRegions(): readonly Region[] {
  const provinces = readEntries(gbt2260ProvinceRows).map((entry) => regionUnder(undefined, 'province', entry))
  const prefectures = below(provinces, 2, 'prefecture', readEntries(gbt2260PrefectureRows))
  const counties = below(prefectures, 4, 'county', readEntries(gbt2260CountyRows))
  const countyCodes = new Set(counties.map(({ code }) => code))
  const otherPrefectures = prefectures.filter(({ code }) => !countyCodes.has(code))
  return [...provinces, ...otherPrefectures, ...counties]
}

/** `digits` of a code name the region above. */
function below(above: readonly Region[], digits: number, level: RegionLevel, entries: readonly CodeEntry[]) {
  const byPrefix = new Map(above.map((region) => [region.code.slice(0, digits), region]))
  return entries.map((entry) => regionUnder(byPrefix.get(entry.code.slice(0, digits)), level, entry))
}

function regionUnder(above: Region | undefined, level: RegionLevel, entry: CodeEntry): Region {
  // A city without counties (东莞, 中山, 儋州) stands in both lists under one code: it is its own county.
  if (above?.code === entry.code) return { ...above, level }
  const own = PLACE_HOLDERS.has(entry.name) ? { name: '', initials: '' } : entry
  return {
    code: entry.code,
    name: `${above?.name ?? ''}${own.name}`,
    initials: `${above?.initials ?? ''}${own.initials}`,
    level,
    ownName: own.name,
    ownInitials: own.initials,
  }
}
