import type { Example } from '../case-type.ts'

const day = '2026-03-04'

const household = {
  number: '000888',
  householdKind: 'collective',
  collectiveKind: 'unit',
  collectiveState: 'normal',
  unitName: '样例建材有限公司',
}

const complete = {
  household,
  person: {
    personId: '0f1d8a52-3c44-4a58-8f3e-150499000001',
    name: '样长青',
    citizenId: '150499196509120018',
    sex: '1',
    birthDate: '1965-09-12',
    householdNumber: '000888',
    relationToHead: '99',
    status: 'registered',
  },
  purpose: 'marriage',
  dueOn: '2026-03-18',
  borrower: 'self',
  identityChecked: true,
}

export const examples: readonly Example[] = [
  { name: '本人借卡办结婚登记', day, facts: complete, conclusion: 'ready' },
  { name: '受托人拿委托书来借', day, facts: { ...complete, borrower: 'agent' }, conclusion: 'ready' },
  { name: '今天借今天还', day, facts: { ...complete, dueOn: day }, conclusion: 'ready' },
  {
    name: '同事来借，没有委托书',
    day,
    facts: { ...complete, borrower: 'other' },
    conclusion: 'ask',
    unmet: ['borrower-may'],
  },
  {
    name: '身份没有核对',
    day,
    facts: { ...complete, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '归还的日子已经过去',
    day,
    facts: { ...complete, dueOn: '2026-03-03' },
    conclusion: 'ask',
    unmet: ['due-in-time'],
  },
  {
    name: '一借三十天',
    day,
    facts: { ...complete, dueOn: '2026-04-03' },
    conclusion: 'ready',
  },
  {
    name: '一借三十一天',
    day,
    facts: { ...complete, dueOn: '2026-04-04' },
    conclusion: 'ready',
    unmet: ['not-too-long'],
  },
  {
    name: '不是这个集体户的人',
    day,
    facts: { ...complete, person: { ...complete.person, householdNumber: '000123' } },
    conclusion: 'refer',
    unmet: ['is-a-member'],
  },
  {
    name: '已经迁走的人',
    day,
    facts: { ...complete, person: { ...complete.person, status: 'moved-out' } },
    conclusion: 'refer',
    unmet: ['is-a-member'],
  },
  {
    name: '集体户正在处置',
    day,
    facts: { ...complete, household: { ...household, collectiveState: 'awaiting-disposal' } },
    conclusion: 'ask',
    unmet: ['collective-stands'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: [
      'collective-stands',
      'is-a-member',
      'borrower-may',
      'identity-checked',
      'due-in-time',
      'not-too-long',
    ],
  },
]
