import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { standingCollective } from '../collective/household-rules.ts'
import { applicantRules } from '../person-applicant.ts'
import type { DisposalFacts, MemberLine } from './fields.ts'

type DisposalRule = Rule<DisposalFacts>

const namesOf = (lines: readonly MemberLine[]) => lines.map(({ member }) => member?.name ?? '？').join('、')

const ended: DisposalRule = {
  id: 'end-proven',
  title: '撤户的原因核实没有',
  citations: ['CF-2.2', 'WR-18'],
  consequence: 'investigate',
  test: ({ reason, proof }) => {
    if (reason === undefined) return unknown('还没有问为什么撤。', 'reason')
    if (reason === 'empty') return notApplicable
    return proof
      ? met('原因已经核实。')
      : unmet('撤户的原因还没有核实。', '单位有文件的看文件；联系不上单位的，由本所到现场核实。')
  },
}

const everybodyListed: DisposalRule = {
  id: 'everybody-listed',
  title: '在册的人都列上没有',
  citations: ['CF-2.2', 'HR-6'],
  consequence: 'hold',
  test: ({ listComplete }) => {
    if (listComplete === undefined) return unknown('还没有核对人数。', 'listComplete')
    return listComplete
      ? met('人数一致。')
      : unmet('名单和登记上的人数不一致。', '请从登记里把在册的人补全；少一个人也不能撤。')
  },
}

const emptyIsEmpty: DisposalRule = {
  id: 'empty-is-empty',
  title: '是不是真的没有人',
  citations: ['HR-6', 'WR-18'],
  consequence: 'ask',
  test: ({ reason, members = [] }) => {
    if (reason === undefined) return notApplicable
    if (reason === 'empty')
      return members.length === 0
        ? met('没有在册的人。')
        : unmet(`还有${members.length}个人在册。`, '请改选撤户的原因，给每个人安排去处。')
    return members.length > 0
      ? met(`还有${members.length}个人，各有一行。`)
      : unmet('名单是空的。', '请把在册的人列上；真的没有人的，原因选“已经没有人”。')
  },
}

const membersBelong: DisposalRule = {
  id: 'members-belong',
  title: '名单上的人是不是这个集体户的',
  citations: ['HR-6'],
  consequence: 'ask',
  test: ({ members = [], household }) => {
    if (members.length === 0) return notApplicable
    const strangers = members.filter(({ member }) => member?.householdNumber !== household?.number)
    if (strangers.length > 0)
      return unmet(`${namesOf(strangers)}不在这个集体户。`, '请从名单里去掉，或者核对户号。')
    const ids = members.map(({ member }) => member?.personId)
    return new Set(ids).size === ids.length
      ? met('都是这个集体户的人。')
      : unmet('名单上有人列了两次。', '请去掉重复的一行。')
  },
}

const everybodyInformed: DisposalRule = {
  id: 'everybody-informed',
  title: '每个人都告知了没有',
  citations: ['WR-46', 'CF-2.2'],
  consequence: 'investigate',
  test: ({ members = [] }) => {
    if (members.length === 0) return notApplicable
    const notYet = members.filter(({ informed }) => informed !== true)
    return notYet.length === 0
      ? met('每个人都告知了。')
      : unmet(
          `还没有告知：${namesOf(notYet)}。`,
          '电话、登门、公告都可以；联系不上的公告以后按社区集体户安排。',
        )
  },
}

const everybodyHasWayOut: DisposalRule = {
  id: 'everybody-has-a-way-out',
  title: '每个人都有去处没有',
  citations: ['CF-2.2', 'WR-46', 'HR-6'],
  consequence: 'hold',
  test: ({ members = [], household }) => {
    if (members.length === 0) return notApplicable
    const without = members.filter(
      ({ wayOut, target, relationToHead }) =>
        wayOut === undefined ||
        wayOut === 'none' ||
        !target ||
        !relationToHead ||
        target.withdrawnOn !== undefined ||
        target.number === household?.number,
    )
    return without.length === 0
      ? met('每个人都有去处，没有注销任何人。')
      : unmet(
          `还没有安排好去处：${namesOf(without)}。`,
          '写明去的那一户和与户主关系；自己的住处、亲属家都没有的，落在社区集体户。有一个人没有去处，集体户就不能撤。',
        )
  },
}

const communityMeansCommunity: DisposalRule = {
  id: 'community-household-chosen',
  title: '社区集体户选对没有',
  citations: ['CF-2.2', 'WR-14'],
  consequence: 'hold',
  test: ({ members = [] }) => {
    const toCommunity = members.filter(({ wayOut, target }) => wayOut === 'community' && target)
    if (toCommunity.length === 0) return notApplicable
    const wrong = toCommunity.filter(({ target }) => target?.collectiveKind !== 'community')
    return wrong.length === 0
      ? met('去的是社区集体户。')
      : unmet(`${namesOf(wrong)}选的户不是社区集体户。`, '请重新选户；社区还没有集体户的，先设一个。')
  },
}

export const policy: readonly DisposalRule[] = [
  standingCollective<DisposalFacts>(true),
  ended,
  emptyIsEmpty,
  membersBelong,
  everybodyListed,
  everybodyInformed,
  everybodyHasWayOut,
  communityMeansCommunity,
  ...applicantRules<DisposalFacts>({ subjectOf: () => undefined, agentWillDo: true }).filter(
    ({ id }) => id !== 'subject-alive',
  ),
]
