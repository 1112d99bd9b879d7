import type { Example } from '../case-type.ts'
import { exampleMan } from '../example-people.ts'

const day = '2026-03-04'

const person = exampleMan

const widow = {
  ...person,
  personId: '0f1d8a52-3c44-4a58-8f3e-150499000002',
  name: '样收养',
  citizenId: '150499196803040027',
  sex: '2',
  birthDate: '1968-03-04',
  relationToHead: '12',
}

const death = {
  person,
  cause: 'death',
  diedOn: '2026-02-20',
  proof: 'certificate',
  cardReturned: true,
  isHead: true,
  othersRemain: true,
  newHead: widow,
  applicantKind: 'head',
  applicantName: '样收养',
  applicantCitizenId: '150499196803040027',
  identityChecked: true,
}

const abroad = {
  ...death,
  cause: 'settled-abroad',
  diedOn: undefined,
  applicantKind: 'self',
  isHead: false,
  othersRemain: undefined,
  newHead: undefined,
}

export const examples: readonly Example[] = [
  { name: '户主去世，妻子当户主', day, facts: death, conclusion: 'ready' },
  {
    name: '独居的人去世，撤户',
    day,
    facts: { ...death, othersRemain: false, newHead: undefined },
    conclusion: 'ready',
  },
  { name: '在家去世，凭村里的证明', day, facts: { ...death, proof: 'committee' }, conclusion: 'ready' },
  {
    name: '去世正好一个月',
    day,
    facts: { ...death, diedOn: '2026-02-04' },
    conclusion: 'ready',
  },
  {
    name: '去世一个月零一天',
    day,
    facts: { ...death, diedOn: '2026-02-03' },
    conclusion: 'ready',
    unmet: ['declared-in-time'],
  },
  {
    name: '死亡日期月和日写反',
    day,
    facts: { ...death, diedOn: '2026-12-02' },
    conclusion: 'ask',
    unmet: ['death-date'],
  },
  {
    name: '死亡日期早于出生',
    day,
    facts: { ...death, diedOn: '1960-01-01' },
    conclusion: 'ask',
    unmet: ['death-date', 'declared-in-time'],
  },
  {
    name: '没有死亡证明',
    day,
    facts: { ...death, proof: 'none' },
    conclusion: 'ask',
    unmet: ['end-proven'],
  },
  {
    name: '没有人申报，本所查实，还没有公示',
    day,
    facts: { ...death, proof: 'notice', publicNotice: false },
    conclusion: 'hold',
    unmet: ['announced-before'],
  },
  {
    name: '没有人申报，公示过了',
    day,
    facts: { ...death, proof: 'notice', publicNotice: true },
    conclusion: 'ready',
  },
  {
    name: '还没有问公示',
    day,
    facts: { ...death, proof: 'notice' },
    conclusion: 'hold',
    unknown: ['announced-before'],
  },
  {
    name: '身份证找不到，照样注销',
    day,
    facts: { ...death, cardReturned: false },
    conclusion: 'ready',
    unmet: ['card-returned'],
  },
  {
    name: '新户主是别的户的人',
    day,
    facts: { ...death, newHead: { ...widow, householdNumber: '000124' } },
    conclusion: 'ask',
    unmet: ['head-afterwards'],
  },
  {
    name: '新户主是去世的人自己',
    day,
    facts: { ...death, newHead: person },
    conclusion: 'ask',
    unmet: ['head-afterwards'],
  },
  {
    name: '只剩十岁的孩子',
    day,
    facts: { ...death, newHead: { ...widow, birthDate: '2016-01-01' } },
    conclusion: 'ask',
    unmet: ['head-afterwards'],
  },
  {
    name: '说是本人申报自己死亡',
    day,
    facts: { ...death, applicantKind: 'self' },
    conclusion: 'ask',
    unmet: ['declarant-can-be'],
  },
  { name: '出国定居，本人申报', day, facts: abroad, conclusion: 'ready' },
  {
    name: '出国定居拿村里的证明',
    day,
    facts: { ...abroad, proof: 'committee' },
    conclusion: 'ask',
    unmet: ['end-proven'],
  },
  {
    name: '网上流转，已在通辽落户',
    day,
    facts: { ...abroad, cause: 'moved-out', proof: 'notice' },
    conclusion: 'ready',
  },
  { name: '入伍', day, facts: { ...abroad, cause: 'enlistment' }, conclusion: 'ready' },
  {
    name: '双重户口不在这里注销',
    day,
    facts: { ...abroad, cause: 'double', proof: undefined },
    conclusion: 'route',
    unmet: ['not-a-double'],
  },
  {
    name: '已经注销的人',
    day,
    facts: { ...death, person: { ...person, status: 'deceased' } },
    conclusion: 'refer',
    unmet: ['registered-here'],
  },
  {
    name: '受托人没有委托书',
    day,
    facts: { ...abroad, applicantKind: 'agent', letterOfAuthority: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对',
    day,
    facts: { ...death, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: ['registered-here', 'not-a-double', 'head-afterwards', 'may-apply', 'identity-checked'],
  },
  {
    name: '只说了死亡',
    day,
    facts: { person, cause: 'death', isHead: true, othersRemain: true },
    conclusion: 'incomplete',
    unknown: [
      'end-proven',
      'death-date',
      'head-afterwards',
      'card-returned',
      'may-apply',
      'identity-checked',
    ],
  },
]
