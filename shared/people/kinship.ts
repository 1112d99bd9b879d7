import type { Refusal } from '../base/outcome.ts'
import { familyRelations, headOfHousehold } from '../codes/gbt4761-family-relation.ts'

/**
 * What a relation to the head of household (GB/T 4761) amounts to. The standard's groups will not do: a daughter-in-law stands
 * among the daughters there, a great-grandchild among the grandchildren, a father-in-law among the parents.
 */
export type RelationKind =
  | 'head'
  | 'spouse'
  | 'child'
  | 'child-in-law'
  | 'grandchild'
  | 'grandchild-in-law'
  | 'great-grandchild'
  | 'parent'
  | 'parent-in-law'
  | 'grandparent'
  | 'great-grandparent'
  | 'sibling'
  | 'sibling-in-law'
  | 'other-kin'
  | 'unspecified'
  | 'non-kin'

const codesOfKind: Readonly<Record<RelationKind, string>> = {
  head: `01 ${headOfHousehold}`,
  spouse: '10 11 12',
  child: '20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37 39',
  'child-in-law': '28 38',
  grandchild: '40 41 42 43 44 49',
  'grandchild-in-law': '45 46',
  'great-grandchild': '47 48',
  parent: '50 51 52 57 58 59',
  'parent-in-law': '53 54 55 56',
  grandparent: '60 61 62 63 64 65 69',
  'great-grandparent': '66 67 68',
  sibling: '70 71 73 75 77 79',
  'sibling-in-law': '72 74 76 78',
  'other-kin': '81 82 83 84 85 86 87 88 89 90 91 92 93 94 95 96 97',
  unspecified: '80',
  'non-kin': '99',
}

/** All kinds, in the order in which a booklet lists their people. */
export const relationKinds = Object.keys(codesOfKind) as readonly RelationKind[]

const kindOfCode = new Map(
  relationKinds.flatMap((kind) => codesOfKind[kind].split(' ').map((code) => [code, kind] as const)),
)

const MALE = new Set(
  '11 20 21 22 23 24 25 26 27 28 29 41 43 46 47 51 53 55 57 61 63 66 71 73 76 78 81 83 85 87 89 93 95'.split(
    ' ',
  ),
)
const FEMALE = new Set(
  '12 30 31 32 33 34 35 36 37 38 39 42 44 45 48 52 54 56 58 62 64 67 72 74 75 77 82 84 86 88 90 94 96'.split(
    ' ',
  ),
)

/** Throws RangeError for a code that the standard does not have. */
export function relationKind(code: string): RelationKind {
  const kind = kindOfCode.get(code)
  if (kind === undefined) throw new RangeError(`GB/T 4761 has no code ${code}`)
  return kind
}

export function isHead(code: string): boolean {
  return kindOfCode.get(code) === 'head'
}

export function isSpouse(code: string): boolean {
  return kindOfCode.get(code) === 'spouse'
}

/** Own, adopted and stepchildren; not their husbands and wives. */
export function isChild(code: string): boolean {
  return kindOfCode.get(code) === 'child'
}

/** 女婿 and 儿媳, whom the standard lists among the children. */
export function isChildInLaw(code: string): boolean {
  return kindOfCode.get(code) === 'child-in-law'
}

export function isGrandchild(code: string): boolean {
  return kindOfCode.get(code) === 'grandchild'
}

export function isGreatGrandchild(code: string): boolean {
  return kindOfCode.get(code) === 'great-grandchild'
}

/** Own, adoptive and stepparents; the spouse's parents are `isParentInLaw`. */
export function isParent(code: string): boolean {
  return kindOfCode.get(code) === 'parent'
}

export function isParentInLaw(code: string): boolean {
  return kindOfCode.get(code) === 'parent-in-law'
}

/** On both sides, the spouse's too; not great-grandparents. */
export function isGrandparent(code: string): boolean {
  return kindOfCode.get(code) === 'grandparent'
}

export function isSibling(code: string): boolean {
  return kindOfCode.get(code) === 'sibling'
}

/** Of one family by blood, marriage or adoption; 80 “其他” says nothing either way and does not count. */
export function isKin(code: string): boolean {
  const kind = kindOfCode.get(code)
  return kind !== undefined && kind !== 'non-kin' && kind !== 'unspecified'
}

/** GB/T 2261.1; undefined where the relation leaves the sex open. */
export function sexOfRelation(code: string): '1' | '2' | undefined {
  if (MALE.has(code)) return '1'
  return FEMALE.has(code) ? '2' : undefined
}

/** Why a relation and a sex cannot both be right, code 'relation-sex'; undefined when they can. */
export function relationSexFault(code: string, sex: string): Refusal | undefined {
  const expected = sexOfRelation(code)
  if (expected === undefined || (sex !== '1' && sex !== '2') || sex === expected) return undefined
  const [wanted, written] = expected === '1' ? ['男', '女'] : ['女', '男']
  const name = familyRelations.name(code) ?? code
  return {
    code: 'relation-sex',
    field: 'relationToHead',
    message: `“${name}”是${wanted}性，这个人登记的是${written}性。请核对性别或者与户主关系。`,
  }
}
