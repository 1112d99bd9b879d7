import { addDays, type PlainDate } from '../../shared/base/plain-date.ts'
import { familyNaming, makeName, type FamilyNaming, type Sex } from './names.ts'
import type { Random } from './random.ts'

/** Somebody of a family, before he becomes a record or a column of a certificate. */
export interface Relative {
  /** GB/T 4761, to the head of the household. */
  readonly relation: string
  readonly relationName: string
  readonly name: string
  readonly sex: Sex
  readonly birthDate: PlainDate
  readonly age: number
  /** GB/T 3304 */
  readonly ethnicGroup: string
  readonly married: boolean
}

export interface FamilySetting {
  readonly random: Random
  readonly today: PlainDate
}

interface Seat {
  readonly relation: string
  readonly relationName: string
  readonly sex: Sex
  readonly age: number
  readonly married: boolean
  /** Whoever married in brings a surname, and sometimes an ethnic group, of another family. */
  readonly marriedIn: boolean
}

const ethnicGroups = [
  ['01', 74],
  ['02', 20],
  ['11', 4],
  ['03', 1.5],
  ['10', 0.5],
] as const

/** A family of a given size: head, spouse, children, then parents, then grandchildren. */
export function makeFamily({ random, today }: FamilySetting, size: number): Relative[] {
  const ethnicGroup = random.weighted(ethnicGroups)
  const naming = familyNaming(random, ethnicGroup === '02')
  return seatsOf(random, size).map((seat) => {
    const group = seat.marriedIn && random.chance(0.15) ? random.weighted(ethnicGroups) : ethnicGroup
    const names = seat.marriedIn || group !== ethnicGroup ? familyNaming(random, group === '02') : naming
    return seated(random, today, seat, group, names)
  })
}

function seated(
  random: Random,
  today: PlainDate,
  seat: Seat,
  ethnicGroup: string,
  naming: FamilyNaming,
): Relative {
  const { relation, relationName, sex, age, married } = seat
  const name = makeName(random, sex, naming)
  return {
    relation,
    relationName,
    name,
    sex,
    age,
    married,
    ethnicGroup,
    birthDate: birthDateOf(random, today, age),
  }
}

/** Some day on which somebody of this age was born: at least `age` years ago, not yet one year more. */
export function birthDateOf(random: Random, today: PlainDate, age: number): PlainDate {
  return addDays(today, -Math.floor(age * 365.2425) - random.between(1, 360))
}

function seatsOf(random: Random, size: number): Seat[] {
  const sex: Sex = random.chance(0.72) ? '1' : '2'
  const age = headAge(random, size)
  const coupled = size > 1 && random.chance(0.86)
  const head: Seat = {
    relation: '02',
    relationName: '户主',
    sex,
    age,
    married: coupled || random.chance(0.4),
    marriedIn: false,
  }
  const spouse = coupled ? [spouseOf(random, head)] : []
  const left = size - 1 - spouse.length
  const childCount = Math.min(
    left,
    age < 24
      ? 0
      : random.weighted([
          [1, 55],
          [2, 38],
          [3, 7],
        ]),
  )
  const children = childrenOf(random, head, spouse[0], childCount)
  const elders = eldersOf(random, head, left - children.length)
  const grandchildren = grandchildrenOf(random, children, left - children.length - elders.length)
  const siblings = siblingsOf(random, head, left - children.length - elders.length - grandchildren.length)
  return [head, ...spouse, ...children, ...elders, ...grandchildren, ...siblings]
}

function headAge(random: Random, size: number): number {
  return size < 3
    ? random.weighted([
        [random.between(22, 45), 3],
        [random.between(46, 89), 5],
      ])
    : random.between(28, 74)
}

function spouseOf(random: Random, head: Seat): Seat {
  const [relation, relationName, sex] =
    head.sex === '1' ? (['12', '妻', '2'] as const) : (['11', '夫', '1'] as const)
  return {
    relation,
    relationName,
    sex,
    age: Math.max(21, head.age + random.between(-5, 3)),
    married: true,
    marriedIn: true,
  }
}

const sons = [
  ['22', '长子'],
  ['23', '次子'],
  ['24', '三子'],
] as const
const daughters = [
  ['32', '长女'],
  ['33', '次女'],
  ['34', '三女'],
] as const

function childrenOf(random: Random, head: Seat, spouse: Seat | undefined, count: number): Seat[] {
  const youngerParent = Math.min(head.age, spouse?.age ?? head.age)
  const oldest = Math.max(0, youngerParent - random.between(21, 29))
  let sonsBefore = 0
  let daughtersBefore = 0
  return Array.from({ length: count }, (_, index) => {
    const sex: Sex = random.chance(0.52) ? '1' : '2'
    const age = Math.max(0, oldest - index * random.between(2, 5))
    const [relation, relationName] = childRelation(sex, count, sex === '1' ? sonsBefore++ : daughtersBefore++)
    return { relation, relationName, sex, age, married: age > 24 && random.chance(0.3), marriedIn: false }
  })
}

function childRelation(sex: Sex, count: number, before: number): readonly [string, string] {
  if (count === 1) return sex === '1' ? ['21', '独生子'] : ['31', '独生女']
  return (sex === '1' ? sons : daughters)[before] ?? (sex === '1' ? ['29', '其他儿子'] : ['39', '其他女儿'])
}

function eldersOf(random: Random, head: Seat, left: number): Seat[] {
  if (head.age > 66) return []
  const elder = (relation: string, relationName: string, sex: Sex): Seat => ({
    relation,
    relationName,
    sex,
    age: Math.min(98, head.age + random.between(21, 29)),
    married: true,
    marriedIn: sex === '2',
  })
  return [elder('52', '母亲', '2'), elder('51', '父亲', '1')].slice(0, left)
}

function grandchildrenOf(random: Random, children: readonly Seat[], left: number): Seat[] {
  const parent = children.find((child) => child.age >= 23)
  if (!parent) return []
  return Array.from({ length: Math.min(left, 2) }, () => {
    const sex: Sex = random.chance(0.5) ? '1' : '2'
    const [relation, relationName] = sex === '1' ? ['41', '孙子'] : ['42', '孙女']
    return {
      relation,
      relationName,
      sex,
      age: random.between(0, parent.age - 22),
      married: false,
      marriedIn: false,
    }
  })
}

function siblingsOf(random: Random, head: Seat, left: number): Seat[] {
  return Array.from({ length: left }, () => {
    const younger = random.chance(0.5)
    const age = younger ? Math.max(18, head.age - random.between(1, 7)) : head.age + random.between(1, 7)
    return {
      relation: younger ? '73' : '71',
      relationName: younger ? '弟' : '兄',
      sex: '1',
      age,
      married: false,
      marriedIn: false,
    }
  })
}
