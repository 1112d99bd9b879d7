import { met, notApplicable, unknown, unmet, type Rule, type Verdict } from '../../policy/rule.ts'
import { isBornOutside, isRegistered } from './asking.ts'
import { followedParent, otherSide, parentOf, parentsOf, type Parent } from './family.ts'
import type { BirthFacts } from './fields.ts'
import { homeOf, offerOther } from './follow-rules.ts'
import { paperVerdict } from './paper-verdict.ts'

/** Where the rules narrow the choice: collective households, colleges, parents settled abroad. */
export const householdRules: readonly Rule<BirthFacts>[] = [
  {
    id: 'family-household-first',
    title: '同一个市里，是不是随了家庭户的一方',
    citations: ['WR-21'],
    consequence: 'refuse',
    test: (facts) => familyFirst(facts),
  },
  {
    id: 'not-into-a-college',
    title: '是不是随了高校学生集体户的一方',
    citations: ['WR-22'],
    consequence: 'refuse',
    test: (facts) => {
      const parent = followedParent(facts)
      if (parent?.householdKind === undefined) return notApplicable
      const other = parentOf(facts, otherSide(parent.side))
      if (parent.householdKind !== 'college') return met('不是高校学生集体户的一方。')
      if (other.householdKind === undefined || other.householdKind === 'college') return notApplicable
      return unmet(`${parent.word}在高校学生集体户，孩子要随另一方。`, offerOther(facts, parent))
    },
  },
  {
    id: 'grandparents-instead',
    title: '父母都在集体户，是不是要随祖父母、外祖父母',
    citations: ['WR-22', 'WR-21'],
    consequence: 'refuse',
    test: (facts, { options }) => {
      const isLeftToUnits = options['newborn-of-two-collective-members'] === 'collective'
      const isMeant = areBoth(facts, 'college') || (areBoth(facts, 'collective') && !isLeftToUnits)
      if (!isMeant || followedParent(facts) === undefined) return notApplicable
      if (facts.grandparentAvailable === undefined) {
        return unknown('还没有问祖父母、外祖父母能不能接收。', 'grandparentAvailable')
      }
      return facts.grandparentAvailable
        ? unmet('父母都在集体户，不随父母落在集体户。', '可以随祖父母或者外祖父母，请改选后填写老人的户口。')
        : met('没有老人可以随，落在父母一方的集体户。')
    },
  },
  {
    id: 'grandparents-foreseen',
    title: '可不可以随祖父母、外祖父母',
    citations: ['WR-22', 'WR-23', 'WR-19'],
    consequence: 'refuse',
    test: (facts) => {
      if (facts.follows !== 'grandparent') return notApplicable
      const open = parentsOf(facts).find(({ isKnown, standing }) => isKnown && standing === undefined)
      if (open) return unknown(`还没有填${open.word}的户口。`, `${open.side}Standing`)
      if (facts.fatherOnCertificate === undefined) return unknown('还没有填父亲一栏。', 'fatherOnCertificate')
      const parent = parentsOf(facts).find(canBeFollowed)
      return parent && !areBoth(facts, 'collective')
        ? unmet(
            `${parent.word}的户口可以随，不能随祖父母或者外祖父母。`,
            `请改随${parent.word}，到${parent.standing === 'here' ? '本所' : homeOf(parent)}登记。`,
          )
        : met('可以随祖父母或者外祖父母。')
    },
  },
  {
    id: 'grandparent-agrees',
    title: '老人是否同意、亲属关系是否核对',
    citations: ['WR-22', 'WR-23'],
    consequence: 'ask',
    test: ({ follows, grandparentAgrees }) =>
      follows === 'grandparent'
        ? paperVerdict(
            grandparentAgrees,
            'grandparentAgrees',
            '老人的同意和亲属关系材料',
            '请老人到窗口或者书面同意；亲属关系看户口簿、本所档案或者父母的出生证。',
          )
        : notApplicable,
  },
  {
    id: 'rules-cover-the-household',
    title: '规范写没写这种户',
    citations: ['WR-21', 'WR-22', 'WR-23'],
    consequence: 'warn',
    test: (facts) => {
      if (facts.follows === undefined) return unknown('父母还没有选随谁登记。', 'follows')
      return isForeseen(facts)
        ? met('规范写明了落在哪一户。')
        : unmet(
            '规范没有写这种情况落在哪一户。',
            '不能让孩子没有地方落户；由所长决定落在所选的户，并写明理由。',
          )
    },
  },
]

function familyFirst(facts: BirthFacts): Verdict {
  const parent = followedParent(facts)
  if (!parent) return notApplicable
  const other = parentOf(facts, otherSide(parent.side))
  const open = [parent, other].find((each) => isRegistered(each.side)(facts) && !each.householdKind)
  if (open) return unknown(`还没有填${open.word}所在的户。`, `${open.side}HouseholdKind`)
  if (parent.householdKind === undefined || other.householdKind === undefined) return notApplicable
  const families = [parent, other].filter(({ householdKind }) => householdKind === 'family')
  if (families.length === 2) return met('父母都在家庭户，随谁都可以。')
  if (families.length === 0) return notApplicable
  if (parent.householdKind === 'family') return met(`${parent.word}在家庭户。`)
  const [here, there] = [prefectureOf(parent), prefectureOf(other)]
  if (here === undefined) return unknown(`还不知道${parent.word}的户口在哪个市。`, parent.side)
  if (there === undefined) return unknown(`还不知道${other.word}的户口在哪个市。`, other.side)
  return here === there
    ? unmet(
        `父母的户口在同一个市，${other.word}在家庭户，${parent.word}在集体户，要随家庭户的一方。`,
        offerOther(facts, parent),
      )
    : met('父母的户口不在同一个市，随谁都可以。')
}

/** The first four digits of a county's code: the city divided into districts, or the league. */
function prefectureOf({ person }: Parent): string | undefined {
  return person?.address?.region.slice(0, 4)
}

/** Into a family's or a unit's household; a college's takes students only. */
function canBeFollowed({ householdKind }: Parent): boolean {
  return householdKind === 'family' || householdKind === 'collective'
}

function areBoth(facts: BirthFacts, kind: Parent['householdKind']): boolean {
  return parentsOf(facts).every(({ householdKind }) => householdKind === kind)
}

function isForeseen(facts: BirthFacts): boolean {
  if (facts.follows !== 'grandparent') {
    return followedParent(facts)?.householdKind !== 'college' && !areBoth(facts, 'collective')
  }
  const standings = parentsOf(facts).map(({ standing }) => standing)
  const areAbroad =
    standings.includes('overseas') &&
    standings.every((standing) => standing === 'overseas' || standing === 'foreign')
  return areBoth(facts, 'college') || (areAbroad && !isBornOutside(facts))
}
