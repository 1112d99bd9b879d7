import type { Example } from '../case-type.ts'
import { exampleSteward } from '../example-people.ts'

const day = '2026-03-04'

const complete = {
  household: {
    number: '000888',
    householdKind: 'collective',
    collectiveKind: 'unit',
    collectiveState: 'normal',
    unitName: '样例建材有限公司',
  },
  reason: '原协管员离职',
  headName: '样掌柜',
  headCitizenId: '150499196509120018',
  headCapable: true,
  stewardName: '样协管',
  stewardCitizenId: '150499196803040027',
  stewardPhone: '0476-0000001',
  stewardAppointed: true,
  bookHandedOver: true,
  ...exampleSteward,
}

export const examples: readonly Example[] = [
  { name: '换了协管员，户口簿已交接', day, facts: complete, conclusion: 'ready' },
  {
    name: '单位正在处置，也可以换管理的人',
    day,
    facts: { ...complete, household: { ...complete.household, collectiveState: 'awaiting-disposal' } },
    conclusion: 'ready',
  },
  {
    name: '选的是家庭户',
    day,
    facts: { ...complete, household: { number: '000123', householdKind: 'family' } },
    conclusion: 'ask',
    unmet: ['collective-stands'],
  },
  {
    name: '户主没有行为能力',
    day,
    facts: { ...complete, headCapable: false },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '户主不满十八岁',
    day,
    facts: { ...complete, headCitizenId: '150499201201010027' },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '没有指定协管员的文件',
    day,
    facts: { ...complete, stewardAppointed: false },
    conclusion: 'ask',
    unmet: ['steward-appointed'],
  },
  {
    name: '户口簿没有交接',
    day,
    facts: { ...complete, bookHandedOver: false },
    conclusion: 'ask',
    unmet: ['book-handed-over'],
  },
  {
    name: '没有介绍信',
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
    unknown: [
      'collective-stands',
      'head-can-act',
      'steward-appointed',
      'book-handed-over',
      'may-apply',
      'identity-checked',
    ],
  },
]
