import type { PlainDate } from '../base/plain-date.ts'
import { fillTable, type Heading, type StatisticsTable } from './figure.ts'
import { headings, type RegisteredPerson } from './population.ts'

/** Five years wide, the last one open. */
const classWidth = 5
const lastClass = 100

const ageClasses: readonly Heading[] = Array.from({ length: lastClass / classWidth + 1 }, (_, index) => {
  const from = index * classWidth
  return {
    id: `${from}`,
    title: from === lastClass ? `${from} 岁以上` : `${from}—${from + classWidth - 1} 岁`,
  }
})

const sexColumns = headings({ '1': '男', '2': '女', other: '未说明' })

/**
 * Age in full years on a day, as `ageOn` counts it (born on 29 February: a year older on 1 March of a common year). Read
 * off the two texts, because a report asks it of everybody.
 */
export function ageFromDates(birthDate: PlainDate, day: PlainDate): number {
  const years = Number(day.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return day.slice(5) < birthDate.slice(5) ? years - 1 : years
}

/** People by age in classes of five years and by sex (GB/T 2261.1), youngest first. */
export function agePyramid(registered: readonly RegisteredPerson[], day: PlainDate): StatisticsTable {
  const placed = registered.map(({ person, row }) => ({
    line: ageClassOf(ageFromDates(person.birthDate, day)),
    column: person.sex === '1' || person.sex === '2' ? person.sex : 'other',
    row,
  }))
  return fillTable(
    { id: 'ages', title: '年龄和性别', corner: '年龄', columns: sexColumns, lines: ageClasses },
    placed,
  )
}

function ageClassOf(age: number): string {
  if (age >= lastClass) return `${lastClass}`
  return `${age < 0 ? 0 : age - (age % classWidth)}`
}
