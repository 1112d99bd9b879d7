import type { Example } from '../case-type.ts'
import { exampleSteward } from '../example-people.ts'

const day = '2026-03-04'

/** A private firm with a dormitory in the town. */
const firm = {
  collectiveKind: 'unit',
  unitName: '敖汉旗样例建材有限公司',
  creditCode: '91150430MA0X000013',
  needsIt: true,
  alreadyHas: false,
  placeInArea: true,
  township: '150430100',
  address: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街9号' },
  dwellingShown: true,
  headName: '样掌柜',
  headCitizenId: '150499196509120018',
  headCapable: true,
  stewardName: '样协管',
  stewardCitizenId: '150499196803040027',
  stewardPhone: '0476-0000001',
  stewardAppointed: true,
  ...exampleSteward,
}

export const examples: readonly Example[] = [
  { name: '民营企业申请，协管员有文件', day, facts: firm, conclusion: 'ready' },
  {
    name: '没有指定协管员',
    day,
    facts: { ...firm, stewardAppointed: false },
    conclusion: 'ask',
    unmet: ['steward-appointed'],
  },
  {
    name: '地址在苏木的社区，可以设，不因此算城镇',
    day,
    facts: { ...firm, collectiveKind: 'community', township: '150430207' },
    conclusion: 'ready',
    unmet: ['not-town-by-itself'],
  },
  {
    name: '户主没有行为能力',
    day,
    facts: { ...firm, headCapable: false },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '户主才十三岁',
    day,
    facts: { ...firm, headCitizenId: '150499201201010027' },
    conclusion: 'ask',
    unmet: ['head-can-act'],
  },
  {
    name: '信用代码输错一位',
    day,
    facts: { ...firm, creditCode: '91150430MA0X000014' },
    conclusion: 'ask',
    unmet: ['credit-code'],
  },
  {
    name: '没有人要落户',
    day,
    facts: { ...firm, needsIt: false },
    conclusion: 'refuse',
    unmet: ['members-need-it'],
  },
  {
    name: '已经有集体户',
    day,
    facts: { ...firm, alreadyHas: true },
    conclusion: 'route',
    unmet: ['no-second-household'],
  },
  {
    name: '地址不归本所',
    day,
    facts: { ...firm, placeInArea: false },
    conclusion: 'refer',
    unmet: ['address-in-area'],
  },
  {
    name: '用房没有证明',
    day,
    facts: { ...firm, dwellingShown: false },
    conclusion: 'ask',
    unmet: ['dwelling-shown'],
  },
  {
    name: '经办人没有介绍信',
    day,
    facts: { ...firm, unitLetter: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '经办人身份没有核对',
    day,
    facts: { ...firm, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: [
      'address-in-area',
      'members-need-it',
      'no-second-household',
      'credit-code',
      'dwelling-shown',
      'head-can-act',
      'steward-appointed',
      'may-apply',
      'identity-checked',
    ],
  },
]
