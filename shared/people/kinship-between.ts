import { familyRelations } from '../codes/gbt4761-family-relation.ts'
import { relationKind, type RelationKind } from './kinship.ts'

/** A member of a household, as far as kinship needs it. */
export interface HouseholdKin {
  /** GB/T 4761. */
  readonly relationToHead: string
  /** GB/T 2261.1. */
  readonly sex: string
}

/** What one member is to another. */
export interface DerivedRelation {
  /** Spoken of the second person towards the first; 'head' is never among them. */
  readonly kind: RelationKind
  /** 儿子, 母亲, 祖父母辈 and so on. */
  readonly words: string
  /** False where it only follows in the ordinary family: the wife's child from another marriage is no child of the head. */
  readonly certain: boolean
}

type Kinds = Partial<Record<RelationKind, RelationKind>>

/** What the head is to the first person, by what that person is to the head. */
const HEAD_TO: Kinds = {
  spouse: 'spouse',
  child: 'parent',
  'child-in-law': 'parent-in-law',
  grandchild: 'grandparent',
  'great-grandchild': 'great-grandparent',
  parent: 'child',
  'parent-in-law': 'child-in-law',
  grandparent: 'grandchild',
  'great-grandparent': 'great-grandchild',
  sibling: 'sibling',
  'sibling-in-law': 'sibling-in-law',
  'other-kin': 'other-kin',
}

/** First person's relation to the head, then the second's; the result is what the second is to the first. */
const CERTAIN: Partial<Record<RelationKind, Kinds>> = {
  spouse: {
    parent: 'parent-in-law',
    'parent-in-law': 'parent',
    sibling: 'sibling-in-law',
  },
  child: {
    child: 'sibling',
    parent: 'grandparent',
    sibling: 'other-kin',
  },
  grandchild: { parent: 'great-grandparent' },
  parent: { spouse: 'child-in-law', child: 'grandchild', grandchild: 'great-grandchild' },
  'parent-in-law': { spouse: 'child' },
  sibling: { spouse: 'sibling-in-law', child: 'other-kin' },
}

/** Where it holds unless somebody married twice, was adopted, or belongs to another line. */
const PROBABLE: Partial<Record<RelationKind, Kinds>> = {
  spouse: { child: 'child', grandchild: 'grandchild', 'child-in-law': 'child-in-law' },
  child: { spouse: 'parent', 'parent-in-law': 'grandparent', grandparent: 'great-grandparent' },
  'child-in-law': { spouse: 'parent-in-law' },
  grandchild: { spouse: 'grandparent' },
  parent: { parent: 'spouse', sibling: 'child' },
  grandparent: { child: 'great-grandchild' },
  'parent-in-law': { 'parent-in-law': 'spouse', child: 'grandchild' },
  sibling: { parent: 'parent', sibling: 'sibling' },
}

/** Step, adoptive and “other” relations: their kin need not be the head's. */
const OF_ANOTHER_KIND = new Set(['27', '29', '37', '39', '49', '57', '58', '59', '69', '79'])

/** The spouse's grandparents and great-grandparents: no word of the standard says what the head is to them. */
const SPOUSES_ELDERS = new Set(['65', '68'])

/** Words for a person of unknown sex, a man, a woman. */
const WORDS: Readonly<Record<RelationKind, readonly [string, string, string]>> = {
  head: ['户主', '户主', '户主'],
  spouse: ['配偶', '丈夫', '妻子'],
  child: ['子女', '儿子', '女儿'],
  'child-in-law': ['子女的配偶', '女婿', '儿媳'],
  grandchild: ['孙辈', '孙子或外孙子', '孙女或外孙女'],
  'grandchild-in-law': ['孙辈的配偶', '孙女婿或外孙女婿', '孙媳妇或外孙媳妇'],
  'great-grandchild': ['曾孙辈', '曾孙子或外曾孙子', '曾孙女或外曾孙女'],
  parent: ['父母', '父亲', '母亲'],
  'parent-in-law': ['配偶的父母', '配偶的父亲', '配偶的母亲'],
  grandparent: ['祖辈', '祖父或外祖父', '祖母或外祖母'],
  'great-grandparent': ['曾祖辈', '曾祖父或外曾祖父', '曾祖母或外曾祖母'],
  sibling: ['兄弟姐妹', '兄弟', '姐妹'],
  'sibling-in-law': ['兄弟姐妹一方的姻亲', '兄弟姐妹一方的姻亲', '兄弟姐妹一方的姻亲'],
  'other-kin': ['其他亲属', '其他亲属', '其他亲属'],
  unspecified: ['其他', '其他', '其他'],
  'non-kin': ['非亲属', '非亲属', '非亲属'],
}

/**
 * What `other` is to `person`, when both stand in one household; undefined where their relations to the head do not say. The
 * booklet is no proof of kinship: what is not certain wants a look at another record. Throws RangeError for an unknown code.
 */
export function relationBetween(person: HouseholdKin, other: HouseholdKin): DerivedRelation | undefined {
  const from = relationKind(person.relationToHead)
  const to = relationKind(other.relationToHead)
  if (from === 'head') return asTheHeadSees(to, other)
  if (to === 'head') return asSeenFrom(from, person.relationToHead, other)
  const certain = CERTAIN[from]?.[to]
  const areBothOwn = [person, other].every(({ relationToHead }) => !OF_ANOTHER_KIND.has(relationToHead))
  if (certain !== undefined) return said(certain, other, areBothOwn)
  const probable = PROBABLE[from]?.[to]
  if (probable === undefined || isOddCouple(probable, person, other)) return undefined
  return said(probable, other, false)
}

function asSeenFrom(kind: RelationKind, code: string, head: HouseholdKin): DerivedRelation | undefined {
  const found = SPOUSES_ELDERS.has(code) ? undefined : HEAD_TO[kind]
  return found === undefined ? undefined : said(found, head, true)
}

/** The booklet's own words. */
function asTheHeadSees(kind: RelationKind, { relationToHead }: HouseholdKin): DerivedRelation | undefined {
  if (kind === 'head') return undefined
  return { kind, words: familyRelations.get(relationToHead).name, certain: kind !== 'unspecified' }
}

function said(kind: RelationKind, { sex }: HouseholdKin, certain: boolean): DerivedRelation {
  const [open, man, woman] = WORDS[kind]
  const bySex = sex === '1' ? man : woman
  return { kind, words: sex === '1' || sex === '2' ? bySex : open, certain }
}

/** Two fathers are no couple: one of them is a step- or adoptive father. */
function isOddCouple(kind: RelationKind, person: HouseholdKin, other: HouseholdKin): boolean {
  return kind === 'spouse' && person.sex === other.sex
}
