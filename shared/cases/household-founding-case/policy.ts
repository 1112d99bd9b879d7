import { isAdult } from '../../people/capacity.ts'
import { isHead, relationSexFault } from '../../people/kinship.ts'
import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { applicantRules } from '../person-applicant.ts'
import type { PickedResident } from '../picked.ts'
import type { FoundingFacts } from './fields.ts'

type FoundingRule = Rule<FoundingFacts>

const isFounding = ({ act }: FoundingFacts) => act === 'found' || act === 'split'

/** Everybody who is to live in the household, the head first. */
function everybody({ head, members = [] }: FoundingFacts): PickedResident[] {
  return [head, ...members.map(({ member }) => member)].filter((person) => person !== undefined)
}

const dwellingShown: FoundingRule = {
  id: 'dwelling-shown',
  title: '有没有合法稳定住处',
  citations: ['WR-16', 'WR-12'],
  consequence: 'ask',
  test: (facts) => {
    if (facts.act === undefined) return unknown('还没有问办什么。', 'act')
    if (!isFounding(facts)) return notApplicable
    if (facts.dwellingShown === undefined) return unknown('还没有核对住处。', 'dwellingShown')
    return facts.dwellingShown
      ? met('住处有证明。')
      : unmet(
          '住处还没有证明。',
          '产权证、宅基地证、购房合同、公租房合同、租赁备案有一样即可，共享能查到的由本所查。',
        )
  },
}

const addressInCounty: FoundingRule = {
  id: 'address-in-area',
  title: '住址归不归本所',
  citations: ['WR-16', 'HR-3'],
  consequence: 'refer',
  test: (facts, { stationCode, stationName }) => {
    if (!isFounding(facts)) return notApplicable
    if (!facts.address) return unknown('还没有填住址。', 'address')
    return facts.address.region === stationCode.slice(0, 6)
      ? met(`住址在${stationName}所在的旗县区。`)
      : unmet(`住址在${facts.address.regionName}，不归本所。`, '请到住址所在的派出所立户。')
  },
}

const reasonToSplit: FoundingRule = {
  id: 'reason-to-split',
  title: '分户的理由',
  citations: ['WR-17', 'HR-19'],
  consequence: 'ask',
  test: ({ act, splitReason }) => {
    if (act !== 'split') return notApplicable
    if (splitReason === undefined) return unknown('还没有问为什么分户。', 'splitReason')
    return splitReason === 'other'
      ? unmet(
          '分户要因为结婚、离婚，或者房屋分割各有住处。',
          '有结婚证、离婚证或者房屋分割的证明就可以来；不为别的事分户。',
        )
      : met('有分户的理由。')
  },
}

const registeredHere: FoundingRule = {
  id: 'all-registered-here',
  title: '户里的人在不在本所',
  citations: ['HR-6'],
  consequence: 'route',
  test: (facts) => {
    const people = everybody(facts)
    if (people.length === 0) return unknown('还没有选户里的人。', isFounding(facts) ? 'head' : 'members')
    const away = people.filter(({ personId, status }) => !personId || status !== 'registered')
    return away.length === 0
      ? met('都在本所登记。')
      : unmet(
          `${away.map(({ name }) => name).join('、')}不在本所登记。`,
          '从别的派出所来的先按“市内移居”或者“城镇落户”办，落下以后再立户。',
        )
  },
}

const nobodyTwice: FoundingRule = {
  id: 'nobody-twice',
  title: '有没有人写了两次',
  citations: ['HR-6'],
  consequence: 'ask',
  test: (facts) => {
    const ids = everybody(facts).flatMap(({ personId }) => personId ?? [])
    if (ids.length === 0) return notApplicable
    return new Set(ids).size === ids.length
      ? met('每个人只写了一次。')
      : unmet('有人写了两次，或者户主又写在一起的人里。', '请去掉重复的一行。')
  },
}

const headCanAct: FoundingRule = {
  id: 'head-can-act',
  title: '户主能不能当',
  citations: ['WR-15'],
  consequence: 'ask',
  test: (facts, { day }) => {
    if (!isFounding(facts)) return notApplicable
    const { head, headCapable } = facts
    if (!head) return unknown('还没有选户主。', 'head')
    if (headCapable === undefined) return unknown('还没有问户主有没有行为能力。', 'headCapable')
    if (head.birthDate && !isAdult(head.birthDate, day) && everybody(facts).length > 1)
      return unmet(`${head.name}不满十八周岁，户里有成年人的由成年人当户主。`, '请另选一个成年人当户主。')
    return headCapable
      ? met('户主可以当。')
      : unmet(`${head.name}没有完全民事行为能力。`, '请另选一个成年人当户主，或者随监护人登记。')
  },
}

const relationsFit: FoundingRule = {
  id: 'relations-fit',
  title: '与户主关系对不对',
  citations: ['WR-14'],
  consequence: 'ask',
  test: ({ act, members = [] }) => {
    if (act === undefined || members.length === 0) return notApplicable
    const heads = members.filter(({ relationToHead }) => relationToHead && isHead(relationToHead))
    if (heads.length > 0) return unmet('除了户主，别人不能写成户主。', '请重选与户主关系。')
    const faults = members.flatMap(({ member, relationToHead }) => {
      const fault = member?.sex && relationToHead ? relationSexFault(relationToHead, member.sex) : undefined
      return fault ? [`${member?.name ?? ''}：${fault.message}`] : []
    })
    return faults.length === 0 ? met('关系可以登记。') : unmet(faults.join(''), '请按本人的性别重选。')
  },
}

const formerOwners: FoundingRule = {
  id: 'former-owners-settled',
  title: '原来的房主怎么办',
  citations: ['WR-46'],
  consequence: 'hold',
  test: (facts) => {
    if (!isFounding(facts)) return notApplicable
    const { formerOwnersThere, formerAnswer, formerInformedOn, formerWay } = facts
    if (formerOwnersThere === undefined) return unknown('还没有查这个地址上登记着谁。', 'formerOwnersThere')
    if (!formerOwnersThere) return met('地址上没有别的户。')
    if (formerAnswer === undefined || formerAnswer === 'waiting' || !formerInformedOn)
      return unmet('还没有告知原来的房主。', '由本所告知，不要新房主自己去找；可以先受理。')
    if (formerAnswer === 'moves') return met('原房主自己迁走。')
    return formerWay
      ? met(formerWay === 'separate' ? '同一地址另立一户。' : '原房主迁到社区集体户。')
      : unmet(
          '原房主不迁，还没有定怎么办。',
          '把原房主迁到社区集体户，或者让新房主在同一地址另立一户，两样选一样。',
        )
  },
}

const mergeTarget: FoundingRule = {
  id: 'merge-target',
  title: '并到的那一户行不行',
  citations: ['HR-19', 'WR-14'],
  consequence: 'ask',
  test: ({ act, household, headConsents }) => {
    if (act !== 'merge') return notApplicable
    if (!household) return unknown('还没有选并到哪一户。', 'household')
    if (household.withdrawnOn || household.householdKind === 'collective')
      return unmet(`户号${household.number}不是在用的家庭户。`, '请选在用的家庭户。')
    if (headConsents === undefined) return unknown('还没有问那一户的户主。', 'headConsents')
    return headConsents ? met('户主同意。') : unmet('那一户的户主不同意。', '户主不同意的不能并。')
  },
}

export const policy: readonly FoundingRule[] = [
  dwellingShown,
  addressInCounty,
  reasonToSplit,
  registeredHere,
  nobodyTwice,
  headCanAct,
  relationsFit,
  formerOwners,
  mergeTarget,
  ...applicantRules<FoundingFacts>({ subjectOf: ({ head }) => head, agentWillDo: true }).filter(
    ({ id }) => id !== 'subject-alive',
  ),
]
