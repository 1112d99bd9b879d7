import { familyRelations } from '../../codes/gbt4761-family-relation.ts'
import { suggestChildRelation } from '../../people/household-order.ts'
import { isChild, isChildInLaw, isHead, isSibling, isSpouse } from '../../people/kinship.ts'
import type { Side } from './asking.ts'
import { childrenOf, followedParent, followedPerson } from './family.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'

/** 独生子, 长子 to 五子 and the same of daughters: nobody shares such a place with a sibling. */
export const ordinalRelations: readonly string[] = '21 22 23 24 25 26 31 32 33 34 35 36'.split(' ')

/** A man's children, then a woman's; each a son's code and a daughter's (GB/T 4761). */
const childOf: Record<Side, Readonly<Record<'child' | 'sibling', readonly [string, string]>>> = {
  father: { child: ['41', '42'], sibling: ['93', '94'] },
  mother: { child: ['43', '44'], sibling: ['95', '96'] },
}
const ofGrandparents = { paternal: ['41', '42'], maternal: ['43', '44'] } as const
const NON_KIN = '99'
const OTHER_KIN = '97'

/** Beyond the fifth every rank has the same code; a slip of the key is no reason to count to a million. */
const MOST_SIBLINGS = 20

/**
 * The relation to the head of each child, in the form's order: as typed, otherwise as it follows from the one whom the child
 * follows; '' where that does not say. Without a count of older siblings it stays 子 or 女, because a guessed rank would stand
 * in the register for life.
 */
export function relationsOf(facts: BirthFacts): readonly string[] {
  const children = childrenOf(facts)
  return children.map(
    (child, index) => child.relationToHead || suggestion(facts, child, olderInBirth(children, child, index)),
  )
}

/** Those of the same birth who came before; where hours are equal or not known, the form's order. */
function olderInBirth(children: readonly ChildFacts[], child: ChildFacts, index: number) {
  const hours = children.every(({ bornAt }) => bornAt !== undefined)
  return children.filter((other, place) =>
    hours && moment(other) !== moment(child) ? moment(other) < moment(child) : place < index,
  )
}

function moment({ bornOn = '', bornAt = '' }: ChildFacts): string {
  return `${bornOn} ${bornAt}`
}

function suggestion(facts: BirthFacts, { sex }: ChildFacts, older: readonly ChildFacts[]): string {
  if (sex !== '1' && sex !== '2') return ''
  const bySex = ([boy, girl]: readonly [string, string]) => (sex === '1' ? boy : girl)
  const code = knownRelation(followedPerson(facts)?.relationToHead)
  const parent = followedParent(facts)
  if (parent?.householdKind !== undefined && parent.householdKind !== 'family') return NON_KIN
  if (code === undefined) return ''
  if (parent === undefined) {
    const isElder = isHead(code) || isSpouse(code)
    return isElder && facts.grandparentSide ? bySex(ofGrandparents[facts.grandparentSide]) : OTHER_KIN
  }
  if (isHead(code) || isSpouse(code)) return ownChild(facts, sex, older)
  if (isChild(code)) return bySex(childOf[parent.side].child)
  // A son-in-law's child is the daughter's, a daughter-in-law's the son's.
  if (isChildInLaw(code)) {
    return bySex(childOf[parent.side === 'father' ? 'mother' : 'father'].child)
  }
  return isSibling(code) ? bySex(childOf[parent.side].sibling) : OTHER_KIN
}

function ownChild(facts: BirthFacts, sex: '1' | '2', older: readonly ChildFacts[]): string {
  const before = sex === '1' ? facts.olderBrothers : facts.olderSisters
  if (before === undefined) return sex === '1' ? '20' : '30'
  const siblings = Array.from({ length: before > MOST_SIBLINGS ? MOST_SIBLINGS : before }, () => ({ sex }))
  return suggestChildRelation(sex, [...siblings, ...older.map((each) => ({ sex: each.sex ?? '' }))])
}

function knownRelation(code: string | undefined): string | undefined {
  return code !== undefined && familyRelations.name(code) !== undefined ? code : undefined
}
