import { familyRelations, headOfHousehold } from '../codes/gbt4761-family-relation.ts'
import type { ResidentRecord } from '../people/resident.ts'

/** Main groups of GB/T 4761 in the order of a household booklet's cards: head, spouse, children, and so on outwards. */
const groupOrder: readonly string[] = [
  '本人或户主',
  '配偶',
  '子',
  '女',
  '孙辈',
  '父母',
  '祖辈',
  '兄弟姐妹',
  '其他',
]

/** A relation's main group; 其他 for a code that the standard does not have. */
export function relationGroup(code: string): string {
  return familyRelations.entries.find((entry) => entry.code === code)?.group ?? '其他'
}

/**
 * Members as their cards lie in the booklet: the head first, then spouse, children by age, grandchildren, parents,
 * grandparents, siblings, others, and people who are no kin last (order of the head page, 公通字〔1995〕91号).
 */
export function inBookletOrder(members: readonly ResidentRecord[]): readonly ResidentRecord[] {
  return members.toSorted(
    (one, other) => placeOf(one) - placeOf(other) || (one.birthDate < other.birthDate ? -1 : 1),
  )
}

function placeOf({ relationToHead }: ResidentRecord): number {
  if (relationToHead === headOfHousehold) return -1
  if (relationToHead === '99') return groupOrder.length
  const group = relationGroup(relationToHead)
  // Sons and daughters stand together, by age.
  return groupOrder.indexOf(group === '女' ? '子' : group)
}
