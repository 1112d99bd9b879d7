import type { Relative } from './family.ts'
import type { Random } from './random.ts'

/** What somebody of an age has learnt, does for a living and is to a spouse. Codes: GB/T 4658, GB/T 2261.2. */

export interface Life {
  readonly education: string
  readonly occupation: string
  readonly maritalStatus: string
}

export function lifeOf(random: Random, relative: Pick<Relative, 'age' | 'married'>): Life {
  return {
    education: educationAt(random, relative.age),
    occupation: occupationAt(random, relative.age),
    maritalStatus: maritalStatusOf(random, relative),
  }
}

function educationAt(random: Random, age: number): string {
  if (age < 7) return ''
  if (age < 13) return '80'
  if (age < 16) return '70'
  if (age < 19) return '60'
  if (age < 40)
    return random.weighted([
      ['71', 34],
      ['61', 22],
      ['41', 10],
      ['31', 17],
      ['21', 15],
      ['14', 2],
    ])
  if (age < 62)
    return random.weighted([
      ['81', 28],
      ['71', 48],
      ['61', 14],
      ['41', 4],
      ['31', 4],
      ['21', 2],
    ])
  return random.weighted([
    ['81', 62],
    ['71', 24],
    ['61', 4],
    ['90', 10],
  ])
}

const trades = [
  '粮农',
  '牧民',
  '教师',
  '护士',
  '营业员',
  '司机',
  '瓦工',
  '电工',
  '厨师',
  '会计',
  '个体经营者',
  '货车司机',
  '保洁员',
  '公务员',
  '兽医',
]

function occupationAt(random: Random, age: number): string {
  if (age < 6) return ''
  if (age < 19) return '学生'
  if (age < 23) return random.chance(0.5) ? '学生' : random.pick(trades)
  if (age >= 62) return random.chance(0.55) ? '粮农' : '退休人员'
  return random.chance(0.4) ? '粮农' : random.pick(trades)
}

function maritalStatusOf(random: Random, { age, married }: Pick<Relative, 'age' | 'married'>): string {
  if (age < 22) return '10'
  if (married) return random.chance(0.93) ? '21' : '22'
  if (age > 65) return '30'
  return age > 32 && random.chance(0.4) ? '40' : '10'
}
