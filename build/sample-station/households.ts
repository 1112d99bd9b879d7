import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import type { HouseholdRecord } from '../../shared/people/household.ts'
import { unificationEntry } from '../../shared/register/legacy-household.ts'
import type { RegisterEntry } from '../../shared/register/register-entry.ts'
import type { ResidentRecord } from '../../shared/people/resident.ts'
import type { CitizenIds } from './citizen-ids.ts'
import { makeFamily, type Relative } from './family.ts'
import { lifeOf } from './life.ts'
import { pinyinInitials } from '../../shared/people/pinyin-initials.ts'
import { homeRegion, homeWords, makeDoor, neighbourhoods } from './places.ts'
import type { Random } from './random.ts'

/** A household with its people; `people` is changed while the register grows (somebody moves out). */
export interface Home {
  readonly household: HouseholdRecord
  readonly people: ResidentRecord[]
  /** The words for each person's relation to the head, in the order of `people`. */
  readonly relationNames: readonly string[]
}

export interface RegisterSetting {
  readonly random: Random
  readonly today: PlainDate
  readonly ids: CitizenIds
}

export const householdCount = 7000
export const residentCount = 20_000

const sizes = [
  [1, 17],
  [2, 27],
  [3, 27],
  [4, 17],
  [5, 8],
  [6, 4],
] as const
const collectives = [
  { unitName: '样例中学', collectiveKind: 'school' },
  { unitName: '样例医院', collectiveKind: 'unit' },
  { unitName: '样例社区', collectiveKind: 'community' },
  { unitName: '样例人才市场', collectiveKind: 'talent' },
] as const

export function makeHomes(setting: RegisterSetting): Home[] {
  return householdSizes(setting.random).map((size, index) => makeHome(setting, index + 1, size))
}

/** Sizes as usual in the county, then put right so that people and households come to the promised counts. */
function householdSizes(random: Random): number[] {
  const drawn = Array.from({ length: householdCount }, () => random.weighted(sizes))
  let over = drawn.reduce<number>((sum, size) => sum + size, 0) - residentCount
  return drawn.map((size) => {
    const change = over > 0 && size > 2 ? -1 : over < 0 && size < 5 ? 1 : 0
    over += change
    return size + change
  })
}

function makeHome(setting: RegisterSetting, place: number, size: number): Home {
  const { random } = setting
  const number = String(place).padStart(9, '0')
  const collective = collectives[householdCount - place]
  const neighbourhood = random.pick(neighbourhoods)
  const address = { region: homeRegion, detail: makeDoor(random, neighbourhood) }
  const family = makeFamily(setting, size)
  const { committee } = neighbourhood
  const people = family.map((relative) => residentFrom(setting, relative, { number, address, committee }))
  const household: HouseholdRecord = {
    kind: 'household',
    key: `household:${number}`,
    number,
    householdKind: collective ? 'collective' : 'family',
    headPersonId: collective ? '' : (people[0]?.id ?? ''),
    ...(collective ? { collective: { ...collective, ...managedBy(people[0]) } } : {}),
    address: collective ? { ...address, detail: `新惠镇${collective.unitName}集体户` } : address,
    committee,
    ...(place % oldKindEvery === 0 && !collective ? { entries: [ofOldKind(place)] } : {}),
    version: 1,
  }
  return { household, people, relationNames: family.map((relative) => relative.relationName) }
}

/** A collective household with its first member as head and a steward of the unit. */
function managedBy(first: ResidentRecord | undefined) {
  return {
    creditCode: '',
    headName: first?.name ?? '',
    steward: { name: '样协管', citizenId: '', phone: '0476-0000002', appointedBy: '单位' },
    approvedOn: '2018-05-01',
    state: 'normal' as const,
    loans: [],
  }
}

/** Some households came out of the old base, and their history still says what they were called. */
const oldKindEvery = 7

function ofOldKind(place: number): RegisterEntry {
  const code = place % 2 === 0 ? '2' : '1'
  const imported = { reason: '导入时统一为居民户口', caseId: '', caseNumber: '', by: '导入' }
  return unificationEntry(code, 'family', '2016-06-01', imported)
}

interface Registration {
  readonly number: string
  readonly address: ResidentRecord['address']
  readonly committee: string
}

function residentFrom(
  setting: RegisterSetting,
  relative: Relative,
  { number, address, committee }: Registration,
): ResidentRecord {
  const { random, ids } = setting
  const { name, sex, ethnicGroup, birthDate, relation } = relative
  const id = random.uuid()
  return {
    kind: 'person',
    key: `person:${id}`,
    id,
    householdNumber: number,
    relationToHead: relation,
    name,
    formerName: formerNameOf(random, name),
    sex,
    ethnicGroup,
    birthDate,
    birthplace: homeWords(),
    nativePlace: nativePlaceOf(random),
    ...lifeOf(random, relative),
    citizenId: ids.take(birthDate, sex),
    address,
    committee,
    ...statusOf(setting, relative),
    pinyinInitials: pinyinInitials(name),
    version: 1,
  }
}

function formerNameOf(random: Random, name: string): string {
  return random.chance(0.02) && name.length < 5 ? `${name.charAt(0)}小${name.slice(-1)}` : ''
}

export function nativePlaceOf(random: Random): string {
  return random.weighted([
    [homeWords(), 80],
    ['辽宁省朝阳市', 8],
    ['河北省承德市', 6],
    ['山东省', 6],
  ])
}

/** Most people are registered; some of the old have died in the last two years, a handful were struck off. */
function statusOf({ random, today }: RegisterSetting, { age, relation }: Relative) {
  const on = { statusOn: addDays(today, -random.between(3, 720)) }
  if (age > 70 && relation !== '02' && random.chance(0.1)) return { status: 'deceased' as const, ...on }
  if (relation !== '02' && random.chance(0.001)) return { status: 'cancelled' as const, ...on }
  return { status: 'registered' as const }
}
