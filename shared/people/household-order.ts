import { compareDates, type PlainDate } from '../base/plain-date.ts'
import { relationKind, relationKinds } from './kinship.ts'

export interface OrderedMember {
  /** GB/T 4761. */
  readonly relationToHead: string
  readonly birthDate: PlainDate
}

/** By order of birth: 长子 to 五子, 长女 to 五女, and whoever comes after them. */
const SONS = ['22', '23', '24', '25', '26', '29']
const DAUGHTERS = ['32', '33', '34', '35', '36', '39']

/**
 * Members as a booklet lists them: head, spouse, children and theirs, parents, grandparents, siblings, other kin, non-kin;
 * the older first among equals. Throws RangeError for a relation that the standard does not have.
 */
export function inBookletOrder<Member extends OrderedMember>(members: readonly Member[]): readonly Member[] {
  return members.toSorted((a, b) => rankOf(a) - rankOf(b) || compareDates(a.birthDate, b.birthDate))
}

/**
 * The relation to the head that a child of the head should carry: 长子, 次女 and so on (GB/T 4761). `siblingsAlready` are the
 * head's children born before; only those of the same sex count. A suggestion: the family may know of children elsewhere.
 */
export function suggestChildRelation(
  sex: '1' | '2',
  siblingsAlready: readonly { readonly sex: string }[],
): string {
  const codes = sex === '1' ? SONS : DAUGHTERS
  const older = siblingsAlready.filter((sibling) => sibling.sex === sex).length
  return codes[older] ?? (sex === '1' ? '29' : '39')
}

function rankOf({ relationToHead }: OrderedMember): number {
  return relationKinds.indexOf(relationKind(relationToHead))
}
