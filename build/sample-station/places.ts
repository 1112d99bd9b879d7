import { must } from '../../shared/base/must.ts'
import { regionName } from '../../shared/codes/gbt2260-region.ts'
import type { Place } from '../../shared/register/certificate.ts'
import type { Random } from './random.ts'

/** Made-up addresses of the sample township and made-up doors in real counties elsewhere. */

export const homeRegion = '150430'

export interface Neighbourhood {
  readonly committee: string
  readonly village: boolean
  readonly streets: readonly string[]
}

const communities = ['样例', '样东', '样西', '样南', '样北', '例河', '例桥', '例园'].map((name) => ({
  committee: `${name}社区居民委员会`,
  village: false,
  streets: [`${name}街`, `${name}路`, `${name}一巷`, `${name}小区`],
}))

const villages = [
  '样例甲',
  '样例乙',
  '样例丙',
  '样例丁',
  '样林',
  '样泉',
  '样岭',
  '样沟',
  '例树',
  '例坡',
  '例洼',
  '例井',
].map((name) => ({
  committee: `${name}村民委员会`,
  village: true,
  streets: ['一组', '二组', '三组', '四组', '五组'].map((group) => `${name}村${group}`),
}))

export const neighbourhoods: readonly Neighbourhood[] = [...communities, ...villages]

/** An address inside the county, without the county's own name. */
export function makeDoor(random: Random, { village, streets }: Neighbourhood): string {
  const street = random.pick(streets)
  const number = random.between(1, 188)
  if (village || random.chance(0.3)) return `新惠镇${street}${number}号`
  const door = `${random.between(1, 6)}0${random.between(1, 4)}`
  return `新惠镇${street}${number}号楼${random.between(1, 4)}单元${door}室`
}

/** Counties of other provinces to which people from Aohan go, the near ones more often. */
const farRegions: readonly (readonly [string, number])[] = [
  ['210102', 14],
  ['210211', 10],
  ['210302', 4],
  ['211302', 12],
  ['211303', 5],
  ['211381', 8],
  ['220102', 6],
  ['230102', 4],
  ['110105', 10],
  ['120101', 8],
  ['130102', 4],
  ['130802', 6],
  ['130803', 2],
  ['310115', 5],
  ['320102', 3],
  ['330106', 3],
  ['340102', 1],
  ['350203', 1],
  ['370202', 4],
  ['370102', 3],
  ['410102', 2],
  ['420106', 2],
  ['430102', 1],
  ['440103', 2],
  ['440305', 3],
  ['450102', 1],
  ['460105', 1],
  ['500103', 1],
  ['510104', 2],
  ['530102', 1],
  ['610102', 2],
  ['620102', 1],
  ['640104', 1],
  ['650102', 1],
]

/** Counties inside the Region: only certificates of before 2020 name them. */
const nearRegions = ['150102', '150203', '150402']

export function wordsOf(region: string): string {
  return must(regionName(region), `no region ${region} in GB/T 2260`)
}

export const homeWords = () => wordsOf(homeRegion)

export function destinationElsewhere(random: Random): Place {
  return placeIn(random, random.weighted(farRegions))
}

export function destinationInsideTheRegion(random: Random): Place {
  return placeIn(random, random.pick(nearRegions))
}

function placeIn(random: Random, region: string): Place {
  const street = random.pick(['样例路', '样例大街', '例山路', '例湖街', '样例新村'])
  const detail = `${street}${random.between(1, 320)}号${random.between(1, 30)}栋${random.between(1, 4)}单元${random.between(1, 18)}0${random.between(1, 4)}室`
  return { region, regionName: wordsOf(region), detail }
}

/** The station that registers people at a place; made up like the place. */
export function officeAt({ regionName }: Place): string {
  return `${regionName}样例派出所`
}

export const longOriginDetail =
  '新惠镇样例街道样例社区样例街一百八十八号样例家园三期第十二号楼东侧四单元二十一层二千一百零二室'
export const longDestinationDetail =
  '样例街道样例社区样例大街北段三百二十号样例花园国际公寓第二十六号楼西侧三单元三十一层三千一百零四室'
