import type { Example } from '../case-type.ts'
import { exampleSteward } from '../example-people.ts'

const day = '2026-03-04'

const household = {
  number: '000888',
  householdKind: 'collective',
  collectiveKind: 'unit',
  collectiveState: 'awaiting-disposal',
  unitName: '样例建材有限公司',
}

const community = { number: '000777', householdKind: 'collective', collectiveKind: 'community' }

const first = {
  member: {
    personId: '0f1d8a52-3c44-4a58-8f3e-150499000001',
    name: '样长青',
    citizenId: '150499196509120018',
    sex: '1',
    birthDate: '1965-09-12',
    householdNumber: '000888',
    relationToHead: '99',
    status: 'registered',
  },
  wayOut: 'community',
  target: community,
  relationToHead: '99',
  informed: true,
}

const second = {
  ...first,
  member: {
    ...first.member,
    personId: '0f1d8a52-3c44-4a58-8f3e-150499000002',
    name: '样收养',
    citizenId: '150499196803040027',
    sex: '2',
    birthDate: '1968-03-04',
  },
  wayOut: 'kin',
  target: { number: '000123', householdKind: 'family' },
  relationToHead: '12',
}

const complete = {
  household,
  reason: 'dissolved',
  proof: true,
  noticeOn: '2026-02-01',
  listComplete: true,
  members: [first, second],
  ...exampleSteward,
}

export const examples: readonly Example[] = [
  { name: '单位解散，两个人各有去处', day, facts: complete, conclusion: 'ready' },
  {
    name: '已经没有人，直接撤',
    day,
    facts: { ...complete, reason: 'empty', members: undefined },
    conclusion: 'ready',
  },
  {
    name: '说没有人，其实还有两个',
    day,
    facts: { ...complete, reason: 'empty' },
    conclusion: 'ask',
    unmet: ['empty-is-empty'],
  },
  {
    name: '单位解散，名单却是空的',
    day,
    facts: { ...complete, members: [] },
    conclusion: 'ask',
    unmet: ['empty-is-empty'],
  },
  {
    name: '有一个人还没有去处，先受理，不能撤',
    day,
    facts: { ...complete, members: [first, { ...second, wayOut: 'none', target: undefined }] },
    conclusion: 'hold',
    unmet: ['everybody-has-a-way-out'],
  },
  {
    name: '去的还是要撤的集体户',
    day,
    facts: { ...complete, members: [{ ...second, target: household }] },
    conclusion: 'hold',
    unmet: ['everybody-has-a-way-out'],
  },
  {
    name: '去的那一户已经撤了',
    day,
    facts: { ...complete, members: [{ ...second, target: { number: '000123', withdrawnOn: '2025-01-01' } }] },
    conclusion: 'hold',
    unmet: ['everybody-has-a-way-out'],
  },
  {
    name: '没有写与户主关系',
    day,
    facts: { ...complete, members: [{ ...second, relationToHead: undefined }] },
    conclusion: 'hold',
    unmet: ['everybody-has-a-way-out'],
  },
  {
    name: '还有一个人没有告知',
    day,
    facts: { ...complete, members: [first, { ...second, informed: false }] },
    conclusion: 'investigate',
    unmet: ['everybody-informed'],
  },
  {
    name: '社区集体户选成了家庭户',
    day,
    facts: { ...complete, members: [{ ...first, target: { number: '000123', householdKind: 'family' } }] },
    conclusion: 'hold',
    unmet: ['community-household-chosen'],
  },
  {
    name: '名单上有别的户的人',
    day,
    facts: {
      ...complete,
      members: [first, { ...second, member: { ...second.member, householdNumber: '000123' } }],
    },
    conclusion: 'ask',
    unmet: ['members-belong'],
  },
  {
    name: '一个人列了两次',
    day,
    facts: { ...complete, members: [first, first] },
    conclusion: 'ask',
    unmet: ['members-belong'],
  },
  {
    name: '人数和登记不一致',
    day,
    facts: { ...complete, listComplete: false },
    conclusion: 'hold',
    unmet: ['everybody-listed'],
  },
  {
    name: '解散还没有核实',
    day,
    facts: { ...complete, proof: false },
    conclusion: 'investigate',
    unmet: ['end-proven'],
  },
  {
    name: '已经撤了的集体户',
    day,
    facts: { ...complete, household: { ...household, collectiveState: 'withdrawn' } },
    conclusion: 'ask',
    unmet: ['collective-stands'],
  },
  {
    name: '经办人没有介绍信',
    day,
    facts: { ...complete, unitLetter: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对',
    day,
    facts: { ...complete, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: ['collective-stands', 'end-proven', 'everybody-listed', 'may-apply', 'identity-checked'],
  },
]
