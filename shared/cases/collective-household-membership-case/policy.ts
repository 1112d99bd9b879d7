import { relationKind, relationSexFault } from '../../people/kinship.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { standingCollective } from '../collective/household-rules.ts'
import { applicantRules } from '../person-applicant.ts'
import type { MembershipFacts } from './fields.ts'

type MemberRule = Rule<MembershipFacts>

const mayStayInDisposal = standingCollective<MembershipFacts>(true)
const mustBeOpen = standingCollective<MembershipFacts>(false)

/** A household in disposal takes nobody in and lets everybody out. */
const householdStands: MemberRule = {
  ...mustBeOpen,
  test: (facts, setting) =>
    (facts.direction === 'leave' ? mayStayInDisposal : mustBeOpen).test(facts, setting),
}

const registeredHere: MemberRule = {
  id: 'registered-here',
  title: '人在不在本所',
  citations: ['HR-6', 'CF-2.2'],
  consequence: 'route',
  test: ({ direction, person, household }) => {
    if (!person || direction === undefined) return unknown('还没有选是谁。', 'person')
    if (!person.personId || person.status !== 'registered')
      return unmet(
        `${person.name}不在本所登记。`,
        '从外面来的先按“城镇落户”或者迁入办理，落户时就可以选集体户。',
      )
    const isMember = person.householdNumber === household?.number
    if (direction === 'leave')
      return isMember
        ? met('是这个集体户的。')
        : unmet(`${person.name}不在这个集体户。`, '请选本人所在的集体户。')
    return isMember ? unmet(`${person.name}已经在这个集体户。`, '不用再办。') : met('在本所登记。')
  },
}

const qualified: MemberRule = {
  id: 'qualifies-to-join',
  title: '够不够进集体户',
  citations: ['CF-2.2', 'WR-14'],
  consequence: 'refuse',
  test: ({ direction, qualifies }) => {
    if (direction !== 'join') return notApplicable
    if (qualifies === undefined) return unknown('还没有问凭什么落在这里。', 'qualifies')
    return qualifies === 'none'
      ? unmet('不符合进集体户的情形。', '有住处的在住处登记；符合落户条件又没有住处的，才落集体户。')
      : met('符合进集体户的情形。')
  },
}

const noOtherPlace: MemberRule = {
  id: 'no-other-place',
  title: '有没有别的地方能登记',
  citations: ['CF-2.2', 'WR-14'],
  consequence: 'route',
  test: ({ direction, ownDwelling, qualifies }) => {
    if (direction !== 'join' || qualifies === 'member' || qualifies === 'parent') return notApplicable
    if (ownDwelling === undefined) return unknown('还没有问有没有别的住处。', 'ownDwelling')
    return ownDwelling
      ? unmet('本人有能登记的住处。', '请在自己的住处立户，或者随同住的亲属登记。')
      : met('没有别的地方能登记。')
  },
}

const childFollowsFamily: MemberRule = {
  id: 'child-follows-the-family',
  title: '孩子该随哪一方',
  citations: ['WR-21', 'WR-22'],
  consequence: 'route',
  test: ({ direction, qualifies, otherParent }) => {
    if (direction !== 'join' || qualifies !== 'parent') return notApplicable
    if (otherParent === undefined) return unknown('还没有问另一方的户口。', 'otherParent')
    return otherParent === 'family-in-city'
      ? unmet(
          '父母一方在本市有家庭户。',
          '请随家庭户那一方登记；两方都是高校集体户的，可以随祖父母、外祖父母。',
        )
      : met('没有家庭户的一方可以随。')
  },
}

const unitConsents: MemberRule = {
  id: 'unit-consents',
  title: '集体户同意没有',
  citations: ['WR-15'],
  consequence: 'ask',
  test: ({ direction, unitAgrees }) => {
    if (direction !== 'join') return notApplicable
    if (unitAgrees === undefined) return unknown('还没有问户主或者协管员。', 'unitAgrees')
    return unitAgrees
      ? met('户主或者协管员同意。')
      : unmet('户主或者协管员没有签字。', '请协管员签字；单位不同意的，落在社区集体户，不会没有地方落。')
  },
}

const communityConsents: MemberRule = {
  id: 'community-consents',
  title: '社区同意没有',
  citations: ['CF-2.2'],
  consequence: 'ask',
  test: ({ direction, household, communityAgrees }, { options }) => {
    const isAsked = options['community-collective-consent'] && household?.collectiveKind === 'community'
    if (direction !== 'join' || !isAsked) return notApplicable
    return communityAgrees
      ? met('社区同意。')
      : unmet('本市设置要社区同意，现在还没有。', '由本所和社区联系，不要群众自己去跑。')
  },
}

const hasWayOut: MemberRule = {
  id: 'target-takes-in',
  title: '去的那一户能不能落',
  citations: ['WR-14', 'HR-19'],
  consequence: 'ask',
  test: ({ direction, wayOut, target, household, targetAgrees }) => {
    if (direction !== 'leave' || wayOut === 'away') return notApplicable
    if (!target) return unknown('还没有选去的那一户。', wayOut === undefined ? 'wayOut' : 'target')
    if (target.number === household?.number) return unmet('去的还是原来的集体户。', '请选另外一户。')
    if (target.withdrawnOn) return unmet(`户号${target.number}已经撤了。`, '请选别的户。')
    if (wayOut === 'collective' && target.householdKind === 'family')
      return unmet(`户号${target.number}不是集体户。`, '请重新选。')
    if (wayOut === 'own-home') return met('去自己的户。')
    if (targetAgrees === undefined) return unknown('还没有问那一户的户主。', 'targetAgrees')
    return targetAgrees
      ? met('那一户同意。')
      : unmet('那一户的户主不同意。', '请改去别的亲属家，或者社区集体户；没有去处以前留在原来的集体户。')
  },
}

const leavesBySettling: MemberRule = {
  id: 'moves-away-by-certificate',
  title: '是不是迁出本所',
  citations: ['WR-39', 'HR-10'],
  consequence: 'route',
  test: ({ direction, wayOut }) => {
    if (direction !== 'leave' || wayOut === undefined) return notApplicable
    return wayOut === 'away'
      ? unmet('迁出本所不在这里办。', '跨市的按“签发户口迁移证”，市内的由迁入地派出所办。')
      : met('在本所内。')
  },
}

const relationFits: MemberRule = {
  id: 'relation-fits',
  title: '与户主关系对不对',
  citations: ['WR-14'],
  consequence: 'ask',
  test: ({ direction, relationToHead, person, wayOut }) => {
    if (!relationToHead) return unknown('还没有填与户主关系。', 'relationToHead')
    const fault = person?.sex ? relationSexFault(relationToHead, person.sex) : undefined
    if (fault) return unmet(fault.message, '请按本人的性别重选。')
    const toCollective = direction === 'join' || wayOut === 'collective'
    return toCollective && relationKind(relationToHead) !== 'non-kin'
      ? unmet('集体户里的人与户主没有亲属关系。', '请选“非亲属”。')
      : met('关系可以登记。')
  },
}

export const policy: readonly MemberRule[] = [
  householdStands,
  registeredHere,
  leavesBySettling,
  qualified,
  noOtherPlace,
  childFollowsFamily,
  unitConsents,
  communityConsents,
  hasWayOut,
  relationFits,
  ...applicantRules<MembershipFacts>({ subjectOf: ({ person }) => person, agentWillDo: true }),
]
