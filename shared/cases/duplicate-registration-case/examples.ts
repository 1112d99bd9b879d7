import type { Example } from '../case-type.ts'
import { exampleMan, interviewWith } from '../example-people.ts'

const day = '2026-03-04'

const person = exampleMan

const double = {
  kind: 'two-registrations',
  person,
  otherName: '样常青',
  otherNumber: '150499199401010013',
  otherOffice: '通辽市科尔沁区样例派出所',
  foundBy: 'check',
  personInformed: true,
  comparisonResult: 'same-person',
  comparisonOn: '2026-03-02',
  otherAnswer: 'agrees',
  keeps: 'here',
  interviews: [interviewWith('样邻甲'), interviewWith('样邻乙')],
}

const shared = {
  ...double,
  kind: 'shared-number',
  otherNumber: '150499196509120018',
  comparisonResult: 'no-hit',
  keeps: undefined,
  givesWay: 'there',
  interviews: undefined,
}

export const examples: readonly Example[] = [
  { name: '两个户口，保留本所的', day, facts: double, conclusion: 'ready' },
  { name: '两个户口，保留对方的', day, facts: { ...double, keeps: 'there' }, conclusion: 'ready' },
  { name: '两个人一个号，对方改号', day, facts: shared, conclusion: 'ready' },
  {
    name: '保留哪一个还没有定',
    day,
    facts: { ...double, keeps: 'undecided' },
    conclusion: 'hold',
    unmet: ['one-registration-kept'],
  },
  {
    name: '谁改号还没有定',
    day,
    facts: { ...shared, givesWay: 'undecided' },
    conclusion: 'hold',
    unmet: ['one-number-gives-way'],
  },
  {
    name: '对方还没有答复',
    day,
    facts: { ...double, otherAnswer: 'waiting' },
    conclusion: 'hold',
    unmet: ['other-office-agrees'],
  },
  {
    name: '两处意见不一致',
    day,
    facts: { ...double, otherAnswer: 'disagrees' },
    conclusion: 'hold',
    unmet: ['other-office-agrees'],
  },
  {
    name: '比对不是同一个人',
    day,
    facts: { ...double, comparisonResult: 'no-hit' },
    conclusion: 'route',
    unmet: ['one-person-or-two'],
  },
  {
    name: '重号其实是同一个人',
    day,
    facts: { ...shared, comparisonResult: 'same-person' },
    conclusion: 'route',
    unmet: ['one-person-or-two'],
  },
  {
    name: '没有线路，还没有比对',
    day,
    facts: { ...double, comparisonResult: 'unreachable', comparisonOn: undefined },
    conclusion: 'hold',
    unmet: ['comparison-done'],
  },
  {
    name: '刚立案，还没有告知本人，没有走访',
    day,
    facts: { ...double, personInformed: false, interviews: undefined },
    conclusion: 'investigate',
    unmet: ['person-heard', 'interviews-held'],
  },
  {
    name: '被访人说的对不上',
    day,
    facts: { ...double, interviews: [interviewWith('样邻甲', false), interviewWith('样邻乙')] },
    conclusion: 'hold',
    unmet: ['interviews-agree'],
  },
  {
    name: '已经不在本所登记',
    day,
    facts: { ...double, person: { ...person, status: 'cancelled' } },
    conclusion: 'refer',
    unmet: ['registered-here'],
  },
  {
    name: '只知道是两个户口',
    day,
    facts: { kind: 'two-registrations' },
    conclusion: 'incomplete',
    unknown: ['registered-here', 'comparison-done', 'other-office-agrees', 'one-registration-kept'],
    unmet: ['person-heard', 'interviews-held'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: ['registered-here', 'one-person-or-two', 'comparison-done', 'other-office-agrees'],
    unmet: ['person-heard'],
  },
  {
    name: '只知道是重号',
    day,
    facts: { kind: 'shared-number', person },
    conclusion: 'hold',
    unknown: ['comparison-done', 'other-office-agrees', 'one-number-gives-way'],
    unmet: ['person-heard'],
  },
]
