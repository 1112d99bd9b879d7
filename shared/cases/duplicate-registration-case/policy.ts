import { met, notApplicable, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { registeredHere } from '../person-applicant.ts'
import { comparisonRules, interviewRules } from '../police-checks.ts'
import type { DuplicateFacts } from './fields.ts'

type DuplicateRule = Rule<DuplicateFacts>

const isDouble = ({ kind }: DuplicateFacts) => kind === 'two-registrations'

const kindKnown: DuplicateRule = {
  id: 'one-person-or-two',
  title: '是一个人还是两个人',
  citations: ['WR-9', 'HR-6'],
  consequence: 'route',
  test: ({ kind, comparisonResult }) => {
    if (kind === undefined) return unknown('还没有问是哪一种。', 'kind')
    if (kind === 'two-registrations' && comparisonResult === 'no-hit')
      return unmet(
        '比对不是同一个人，两处登记各是各的。',
        '不是双重户口：号码相同的改选“重号”，号码不同的结案。',
      )
    return kind === 'shared-number' && comparisonResult === 'same-person'
      ? unmet('比对是同一个人。', '请改选“一个人有两个户口”。')
      : met('种类和比对结果对得上。')
  },
}

const informed: DuplicateRule = {
  id: 'person-heard',
  title: '告知本人没有',
  citations: ['WR-8', 'HR-20'],
  consequence: 'investigate',
  test: ({ personInformed }) =>
    personInformed
      ? met('已告知本人。')
      : unmet('还没有告知本人、听取说明。', '联系不上的，公示或者告知家属以后记下来。'),
}

const otherAgrees: DuplicateRule = {
  id: 'other-office-agrees',
  title: '对方派出所怎么说',
  citations: ['WR-8', 'WR-9'],
  consequence: 'hold',
  test: ({ otherAnswer }) => {
    switch (otherAnswer) {
      case 'agrees':
        return met('协商一致。')
      case 'disagrees':
        return unmet('两处意见不一致。', '报共同的上级公安机关定。')
      case 'waiting':
        return unmet('对方还没有答复。', '可以先立案；对方答复以后再决定。')
      default:
        return unknown('还没有问对方派出所。', 'otherAnswer')
    }
  },
}

const oneKept: DuplicateRule = {
  id: 'one-registration-kept',
  title: '保留哪一个定了没有',
  citations: ['HR-6', 'WR-3'],
  consequence: 'hold',
  test: (facts) => {
    if (!isDouble(facts)) return notApplicable
    if (facts.keeps === undefined) return unknown('还没有定保留哪一个。', 'keeps')
    return facts.keeps === 'undecided'
      ? unmet('保留哪一个还没有定。', '一个人只留一个：留真实的、经常居住地的；两个都真实的留先登记的。')
      : met('定了保留一个，本人不会因此没有户口。')
  },
}

const oneGivesWay: DuplicateRule = {
  id: 'one-number-gives-way',
  title: '谁改号定了没有',
  citations: ['ID-3', 'WR-4'],
  consequence: 'hold',
  test: ({ kind, givesWay }) => {
    if (kind !== 'shared-number') return notApplicable
    if (givesWay === undefined) return unknown('还没有定谁改号。', 'givesWay')
    return givesWay === 'undecided'
      ? unmet('谁改号还没有定。', '后编号的改；用这个号码的事多的留。改号按“登记项目变更、更正”办，报市局。')
      : met('定了由一个人改号。')
  },
}

const onlyDouble = (rule: DuplicateRule): DuplicateRule => ({
  ...rule,
  test: (facts, setting) => (isDouble(facts) ? rule.test(facts, setting) : notApplicable),
})

/** Law of the double registration; who asks for it is the police themselves. */
export const policy: readonly DuplicateRule[] = [
  registeredHere<DuplicateFacts>(['HR-6', 'HR-3'], '请转给有登记的派出所开案。'),
  kindKnown,
  ...comparisonRules<DuplicateFacts>().filter(({ id }) => id === 'comparison-done'),
  informed,
  otherAgrees,
  oneKept,
  oneGivesWay,
  ...interviewRules<DuplicateFacts>().map(onlyDouble),
]
