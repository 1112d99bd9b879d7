import type { PickedResident } from '../picked.ts'
import { isChinese, isFatherKnown, isForeign, isRegistered, type Side } from './asking.ts'
import type { BirthFacts, ChildFacts } from './fields.ts'

export type Standing = NonNullable<BirthFacts['fatherStanding']>
export type HouseholdKindOfParent = NonNullable<BirthFacts['fatherHouseholdKind']>

export const sideNames = { father: '父亲', mother: '母亲' } as const satisfies Record<Side, string>

/** A parent as the form knows him or her; of a father whom the certificate leaves out, nothing. */
export interface Parent {
  readonly side: Side
  readonly word: string
  readonly isKnown: boolean
  readonly standing: Standing | undefined
  readonly person: PickedResident | undefined
  readonly householdKind: HouseholdKindOfParent | undefined
}

export function parentOf(facts: BirthFacts, side: Side): Parent {
  const isKnown = side === 'mother' || isFatherKnown(facts)
  return {
    side,
    word: sideNames[side],
    isKnown,
    standing: isKnown ? facts[`${side}Standing`] : undefined,
    person: isChinese(side)(facts) ? facts[side] : undefined,
    householdKind: isRegistered(side)(facts) ? facts[`${side}HouseholdKind`] : undefined,
  }
}

export function parentsOf(facts: BirthFacts): readonly Parent[] {
  return [parentOf(facts, 'father'), parentOf(facts, 'mother')]
}

/** The parent whom the child follows; undefined while nobody chose, or where it follows grandparents. */
export function followedParent(facts: BirthFacts): Parent | undefined {
  const { follows } = facts
  return follows === 'father' || follows === 'mother' ? parentOf(facts, follows) : undefined
}

export function otherSide(side: Side): Side {
  return side === 'father' ? 'mother' : 'father'
}

/** The one whose household the child enters, as picked. */
export function followedPerson(facts: BirthFacts): PickedResident | undefined {
  return facts.follows === 'grandparent' ? facts.grandparent : followedParent(facts)?.person
}

/** As the certificate writes the parent; empty where it does not, or nobody has said yet. */
export function parentName(facts: BirthFacts, side: Side): string {
  const { isKnown, person } = parentOf(facts, side)
  if (!isKnown) return ''
  return (isForeign(side)(facts) ? facts[`${side}Name`] : person?.name) ?? ''
}

/** A parent's citizen number, or the number of the passport of one who has none. */
export function parentDocumentNumber(facts: BirthFacts, side: Side): string {
  const { isKnown, person } = parentOf(facts, side)
  if (!isKnown) return ''
  return (isForeign(side)(facts) ? facts[`${side}DocumentNumber`] : person?.citizenId) ?? ''
}

export function childrenOf({ children }: BirthFacts): readonly ChildFacts[] {
  return children ?? []
}

/** What a child is called in a sentence, also before its name is typed. */
export function childWord({ name }: ChildFacts, index: number): string {
  return name === undefined || name === '' ? `第${index + 1}个孩子` : name
}
