import type { Example } from '../case-type.ts'
import { exampleMan, exampleWoman } from '../example-people.ts'

const day = '2026-03-04'

const head = { ...exampleMan, householdNumber: '000888', relationToHead: '99' }
const wife = { ...exampleWoman, householdNumber: '000888', relationToHead: '99' }

const found = {
  act: 'found',
  dwelling: 'owned',
  dwellingShown: true,
  address: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街12号' },
  formerOwnersThere: false,
  head,
  headCapable: true,
  members: [{ member: wife, relationToHead: '12' }],
  applicantKind: 'self',
  identityChecked: true,
}

const sold = { ...found, formerOwnersThere: true, formerInformedOn: '2026-02-01' }

const merge = {
  act: 'merge',
  household: { number: '000123', householdKind: 'family' },
  headConsents: true,
  members: [{ member: head, relationToHead: '51' }],
  leavesEmpty: false,
  applicantKind: 'self',
  identityChecked: true,
}

export const examples: readonly Example[] = [
  { name: '买了房，夫妻两个立户', day, facts: found, conclusion: 'ready' },
  {
    name: '离婚分户',
    day,
    facts: { ...found, act: 'split', splitReason: 'marriage', members: undefined },
    conclusion: 'ready',
  },
  {
    name: '没有理由的分户',
    day,
    facts: { ...found, act: 'split', splitReason: 'other' },
    conclusion: 'ask',
    unmet: ['reason-to-split'],
  },
  { name: '父亲并到女儿家', day, facts: merge, conclusion: 'ready' },
  {
    name: '女儿家不同意',
    day,
    facts: { ...merge, headConsents: false },
    conclusion: 'ask',
    unmet: ['merge-target'],
  },
  {
    name: '并到集体户',
    day,
    facts: { ...merge, household: { number: '000777', householdKind: 'collective' } },
    conclusion: 'ask',
    unmet: ['merge-target'],
  },
  {
    name: '住处没有证明',
    day,
    facts: { ...found, dwellingShown: false },
    conclusion: 'ask',
    unmet: ['dwelling-shown'],
  },
  {
    name: '住址在别的旗',
    day,
    facts: {
      ...found,
      address: { region: '150428', regionName: '内蒙古自治区赤峰市喀喇沁旗', detail: '锦山镇' },
    },
    conclusion: 'refer',
    unmet: ['address-in-area'],
  },
  {
    name: '妻子的户口还在别处',
    day,
    facts: { ...found, members: [{ member: { name: '样外地', sex: '2' }, relationToHead: '12' }] },
    conclusion: 'route',
    unmet: ['all-registered-here'],
  },
  {
    name: '妻子写了两次',
    day,
    facts: { ...found, members: [...found.members, ...found.members] },
    conclusion: 'ask',
    unmet: ['nobody-twice'],
  },
  {
    name: '妻子也写成户主',
    day,
    facts: { ...found, members: [{ member: wife, relationToHead: '02' }] },
    conclusion: 'ask',
    unmet: ['relations-fit'],
  },
  {
    name: '妻子写成了丈夫',
    day,
    facts: { ...found, members: [{ member: wife, relationToHead: '11' }] },
    conclusion: 'ask',
    unmet: ['relations-fit'],
  },
  {
    name: '让十岁的孩子当户主',
    day,
    facts: {
      ...found,
      head: { ...head, birthDate: '2016-01-01' },
      applicantKind: 'head',
      applicantName: '样收养',
      applicantCitizenId: '150499196803040027',
    },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '户主没有行为能力',
    day,
    facts: { ...found, headCapable: false },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '原房主还在，还没有告知，先受理',
    day,
    facts: { ...sold, formerAnswer: 'waiting', formerInformedOn: undefined },
    conclusion: 'hold',
    unmet: ['former-owners-settled'],
  },
  {
    name: '原房主不肯迁，还没有定怎么办',
    day,
    facts: { ...sold, formerAnswer: 'refuses' },
    conclusion: 'hold',
    unmet: ['former-owners-settled'],
  },
  {
    name: '原房主不肯迁，同一地址另立一户',
    day,
    facts: { ...sold, formerAnswer: 'refuses', formerWay: 'separate' },
    conclusion: 'ready',
  },
  {
    name: '原房主联系不上，迁到社区集体户',
    day,
    facts: { ...sold, formerAnswer: 'unreachable', formerWay: 'community' },
    conclusion: 'ready',
  },
  { name: '原房主自己迁走', day, facts: { ...sold, formerAnswer: 'moves' }, conclusion: 'ready' },
  {
    name: '受托人没有委托书',
    day,
    facts: {
      ...found,
      applicantKind: 'agent',
      applicantName: '样代办',
      applicantCitizenId: '150499199401010013',
      letterOfAuthority: false,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对',
    day,
    facts: { ...found, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '只说了立户',
    day,
    facts: { act: 'found' },
    conclusion: 'incomplete',
    unknown: [
      'dwelling-shown',
      'address-in-area',
      'all-registered-here',
      'head-can-act',
      'former-owners-settled',
      'may-apply',
      'identity-checked',
    ],
  },
]
