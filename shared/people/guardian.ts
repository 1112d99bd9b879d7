import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import type { PlainDate } from '../base/plain-date.ts'
import { isAdult, isMinor } from './capacity.ts'
import type { RelationKind } from './kinship.ts'

export interface GuardianCandidate {
  readonly name: string
  readonly birthDate: PlainDate
  readonly deceased?: boolean
  /** What the candidate is to the ward (as `relationBetween(ward, candidate)` says); absent while nobody knows. */
  readonly relation?: RelationKind | undefined
  /** By a parent's will, the committee, the civil affairs office or a court (民法典, clauses 29, 31, 32), with the paper at hand. */
  readonly appointed?: boolean
}

export interface Ward {
  readonly name: string
  readonly birthDate: PlainDate
  /** A court found the adult without full capacity (民法典, clause 24). */
  readonly courtFoundIncapable?: boolean
  /** A parent is alive, can be reached and is able to act; absent while nobody asked. */
  readonly hasAbleParent?: boolean
}

/** On what a guardian stands. */
export interface Guardianship {
  readonly basis: 'parent' | 'spouse' | 'kin' | 'appointed'
  /** Clause id. */
  readonly citation: string
  /** What a clerk should still ask, in sentences. */
  readonly hints: readonly string[]
}

const OF_MINORS = 'CC-27'
const OF_ADULTS = 'CC-28'

/** Kin whom the law names after a minor's parents; others need an appointment. */
const NAMED_FOR_MINORS: readonly (RelationKind | undefined)[] = ['grandparent', 'sibling']

/** Kin whom the law names for an adult after spouse, parents and children: other close relatives. */
const NAMED_FOR_ADULTS: readonly (RelationKind | undefined)[] = [
  'parent',
  'child',
  'grandparent',
  'grandchild',
  'sibling',
]

/**
 * Whether somebody may act as guardian on a day. A minor's parents are guardians whatever their age. Refuses with the code
 * 'ward-of-age', 'guardian-deceased', 'guardian-minor', 'guardian-relation-unknown', 'guardian-not-kin' or
 * 'guardian-after-parents'.
 */
export function mayBeGuardian(
  guardian: GuardianCandidate,
  ward: Ward,
  day: PlainDate,
): Outcome<Guardianship> {
  const wardIsMinor = isMinor(ward.birthDate, day)
  const citation = wardIsMinor ? OF_MINORS : OF_ADULTS
  const fault = wardFault(ward, wardIsMinor) ?? personalFault(guardian, wardIsMinor, day)
  if (fault !== undefined) return refused({ field: 'guardian', citation, ...fault })
  if (guardian.appointed === true) {
    return accepted({ basis: 'appointed', citation, hints: ['请核对遗嘱、指定书或者判决书，并留复印件。'] })
  }
  const kin = wardIsMinor ? kinOfMinor(guardian, ward, day) : kinOfAdult(guardian, ward)
  return kin.ok
    ? kin
    : refused(...kin.refusals.map((refusal) => ({ field: 'guardian', citation, ...refusal })))
}

function wardFault(ward: Ward, wardIsMinor: boolean): Refusal | undefined {
  if (wardIsMinor || ward.courtFoundIncapable === true) return undefined
  return {
    code: 'ward-of-age',
    message: `${ward.name}已满 18 周岁，没有监护人，请由本人办理。本人不能到场的写委托书；法院认定没有或者限制行为能力的，请带判决书。`,
  }
}

function personalFault(
  guardian: GuardianCandidate,
  wardIsMinor: boolean,
  day: PlainDate,
): Refusal | undefined {
  const { name } = guardian
  if (guardian.deceased === true) {
    return { code: 'guardian-deceased', message: `${name}已经死亡，不能作监护人。请换在世的监护人。` }
  }
  const isParentOfMinor = wardIsMinor && guardian.relation === 'parent'
  if (isAdult(guardian.birthDate, day) || isParentOfMinor) return undefined
  return {
    code: 'guardian-minor',
    message: `${name}还没有满 18 周岁，不能作监护人。请由父母，或者成年的祖父母、外祖父母、兄姐来办。`,
  }
}

function kinOfMinor(guardian: GuardianCandidate, ward: Ward, day: PlainDate): Outcome<Guardianship> {
  const { name, relation } = guardian
  if (relation === 'parent') return accepted(asParent(guardian, day))
  if (!NAMED_FOR_MINORS.includes(relation)) return refused(notNamed(guardian, ward))
  if (ward.hasAbleParent === true) {
    return refused({
      code: 'guardian-after-parents',
      message: `${ward.name}的父母能够监护，监护人是父母。请由父母来办，或者由父母写委托书交${name}代办。`,
    })
  }
  const hints = ward.hasAbleParent === false ? [] : ['请先问明父母是不是去世或者不能监护。']
  return accepted({ basis: 'kin', citation: OF_MINORS, hints })
}

/** A mother of seventeen is her child's guardian; her own guardian signs with her. */
function asParent({ name, birthDate }: GuardianCandidate, day: PlainDate): Guardianship {
  const hints = isAdult(birthDate, day)
    ? []
    : [`${name}自己还没有满 18 周岁，仍是孩子的监护人。请${name}的父母一同到场签字。`]
  return { basis: 'parent', citation: OF_MINORS, hints }
}

function kinOfAdult(guardian: GuardianCandidate, ward: Ward): Outcome<Guardianship> {
  const { relation } = guardian
  if (relation === 'spouse') return accepted({ basis: 'spouse', citation: OF_ADULTS, hints: [] })
  if (!NAMED_FOR_ADULTS.includes(relation)) return refused(notNamed(guardian, ward))
  const hints = ['配偶在世并能够监护的，先由配偶担任。请问明。']
  return accepted({ basis: relation === 'parent' ? 'parent' : 'kin', citation: OF_ADULTS, hints })
}

function notNamed({ name, relation }: GuardianCandidate, ward: Ward): Refusal {
  if (relation === undefined) {
    return {
      code: 'guardian-relation-unknown',
      message: `还看不出${name}是${ward.name}的什么人。请在系统里核查，或者看户口簿、出生医学证明、结婚证。`,
    }
  }
  const who = relation === 'non-kin' ? `${name}不是${ward.name}的亲属` : `${name}不在法律列明的近亲属之内`
  return {
    code: 'guardian-not-kin',
    message: `${who}，要有村（居）委会或者民政部门同意、法院指定，才能作监护人。请带同意或者指定的书面材料，或者由近亲属来办。`,
  }
}
