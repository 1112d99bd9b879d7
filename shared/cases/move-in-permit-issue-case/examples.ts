import type { Example } from '../case-type.ts'
import { examplePermitFacts } from '../example-permit.ts'
import type { PermitIssueFacts } from './fields.ts'

const day = '2026-03-13'

/** A husband registered here asks for his wife and son, who live in Shenyang. */
const inOrder: PermitIssueFacts = {
  ...examplePermitFacts,
  moverKind: 'ordinary',
  permitInHand: false,
  settlementGround: 'kin',
  qualification: 'qualified',
  qualificationReason: '看过结婚证和户口簿，夫妻投靠，丈夫在新惠镇有户口。',
  applicantKind: 'self',
  identityChecked: true,
}

const { movers = [] } = examplePermitFacts
const placed = (region: string, regionName: string) => ({
  ...inOrder,
  moversFrom: { region, regionName, detail: '样例路1号' },
})

/** A person exempt from the permit is asked nothing about it. */
const exempt = { applicantKind: 'self', identityChecked: true } as const

export const examples: readonly Example[] = [
  { name: '妻子和儿子从沈阳投靠丈夫', day, facts: inOrder, conclusion: 'ready' },
  {
    name: '已有批准的落户案件',
    day,
    facts: { ...inOrder, settlementGround: 'purchase', settlementCase: '100000-D1-20260301-007' },
    conclusion: 'ready',
  },
  {
    name: '其他理由，已写明',
    day,
    facts: { ...inOrder, settlementGround: 'other', groundStatement: '由法院判决随父亲生活。' },
    conclusion: 'ready',
  },
  {
    name: '其他理由，没有写明',
    day,
    facts: { ...inOrder, settlementGround: 'other' },
    conclusion: 'incomplete',
    unknown: ['ground-stated'],
  },
  {
    name: '考上外地大学的新生，凭录取通知书',
    day,
    facts: { ...exempt, moverKind: 'student' },
    conclusion: 'route',
    unmet: ['kind-needs-a-permit'],
  },
  {
    name: '退役军人',
    day,
    facts: { ...exempt, moverKind: 'no-papers' },
    conclusion: 'route',
    unmet: ['kind-needs-a-permit'],
  },
  {
    name: '从呼和浩特迁来，网上流转',
    day,
    facts: placed('150102', '内蒙古自治区呼和浩特市新城区'),
    conclusion: 'route',
    unmet: ['from-another-province'],
  },
  {
    name: '从红山区迁来，市内不用证件',
    day,
    facts: placed('150402', '内蒙古自治区赤峰市红山区'),
    conclusion: 'route',
    unmet: ['from-another-province'],
  },
  {
    name: '从香港来定居',
    day,
    facts: placed('810000', '香港特别行政区'),
    conclusion: 'route',
    unmet: ['from-another-province'],
  },
  {
    name: '迁入地址在松山区',
    day,
    facts: {
      ...inOrder,
      destination: { region: '150404', regionName: '内蒙古自治区赤峰市松山区', detail: '样例街9号' },
    },
    conclusion: 'refer',
    unmet: ['destination-is-here'],
  },
  {
    name: '手里已经有一张没有用过的',
    day,
    facts: { ...inOrder, permitInHand: true },
    conclusion: 'route',
    unmet: ['no-permit-in-hand'],
  },
  {
    name: '一张写了五个人',
    day,
    facts: { ...inOrder, movers: Array.from({ length: 5 }, () => movers[0] ?? {}) },
    conclusion: 'ask',
    unmet: ['movers-complete'],
  },
  {
    name: '同一个人写了两行',
    day,
    facts: { ...inOrder, movers: [...movers, ...movers.slice(0, 1)] },
    conclusion: 'ask',
    unmet: ['movers-complete'],
  },
  {
    name: '身份号码与出生日期对不上',
    day,
    facts: { ...inOrder, movers: movers.map((mover) => ({ ...mover, birthDate: '1991-09-21' })) },
    conclusion: 'ask',
    unmet: ['movers-complete'],
  },
  {
    name: '迁移人只写了姓名',
    day,
    facts: { ...inOrder, movers: [{ name: '样例娜仁' }] },
    conclusion: 'incomplete',
    unknown: ['movers-complete'],
  },
  {
    name: '申请人已经迁走',
    day,
    facts: {
      ...inOrder,
      permitApplicant: { ...examplePermitFacts.permitApplicant, name: '样例达来', status: 'moved-out' },
    },
    conclusion: 'ask',
    unmet: ['applicant-registered'],
  },
  {
    name: '申请人登记为已死亡',
    day,
    facts: {
      ...inOrder,
      permitApplicant: { ...examplePermitFacts.permitApplicant, name: '样例达来', status: 'deceased' },
    },
    conclusion: 'refuse',
    unmet: ['subject-alive'],
  },
  {
    name: '民警认定不符合',
    day,
    facts: {
      ...inOrder,
      qualification: 'not-qualified',
      qualificationReason: '被投靠的是表兄，不是近亲属。',
    },
    conclusion: 'refuse',
    unmet: ['movers-qualify'],
  },
  {
    name: '居住情况还要核实',
    day,
    facts: { ...inOrder, qualification: 'unclear', qualificationReason: undefined },
    conclusion: 'investigate',
    unmet: ['qualification-settled'],
  },
  {
    name: '还没有由民警认定',
    day,
    facts: { ...inOrder, qualification: undefined, qualificationReason: undefined },
    conclusion: 'incomplete',
    unknown: ['movers-qualify'],
  },
  {
    name: '代办没有委托书',
    day,
    facts: {
      ...inOrder,
      applicantKind: 'agent',
      applicantName: '样例乌云',
      applicantCitizenId: '150499199203050006',
      letterOfAuthority: false,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...inOrder, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
]
