import type { Example } from '../case-type.ts'
import { exampleContent, examplePerson } from '../example-certificate.ts'
import type { IssueFacts } from './fields.ts'

const day = '2026-03-01'

const inOrder: IssueFacts = {
  movers: [{ ...examplePerson, personId: '00000000-0000-4000-8000-000000000001' }],
  householdKind: 'family',
  wholeHousehold: false,
  origin: exampleContent.origin,
  destination: exampleContent.destination,
  moveReason: '31',
  permitGround: 'permit',
  permitNumber: '辽00001234',
  permitIssuedOn: '2026-02-10',
  applicantKind: 'holder',
  identityChecked: true,
}

export const examples: readonly Example[] = [
  { name: '持准予迁入证明迁往沈阳', day, facts: inOrder, conclusion: 'ready' },
  {
    name: '准予迁入证明过了四十天，设置为先换领',
    day: '2026-03-24',
    facts: inOrder,
    options: { 'permit-over-forty-days': 'exchange' },
    conclusion: 'refer',
    unmet: ['permit-fresh', 'permit-exchanged'],
  },
  {
    name: '新生凭录取通知书，不用准予迁入证明',
    day,
    facts: {
      ...inOrder,
      permitGround: 'student',
      admissionSeen: true,
      permitNumber: undefined,
      permitIssuedOn: undefined,
    },
    conclusion: 'ready',
  },
  {
    name: '新生没有带录取通知书',
    day,
    facts: { ...inOrder, permitGround: 'student', admissionSeen: false },
    conclusion: 'ask',
    unmet: ['permit-or-student'],
  },
  {
    name: '迁往呼和浩特',
    day,
    facts: {
      ...inOrder,
      destination: { region: '150102', regionName: '内蒙古自治区呼和浩特市新城区', detail: '' },
    },
    conclusion: 'route',
    unmet: ['leaves-the-region'],
  },
  {
    name: '准予迁入证明四十一天前签发，只提示',
    day,
    facts: { ...inOrder, permitIssuedOn: '2026-01-19' },
    conclusion: 'ready',
    unmet: ['permit-fresh'],
  },
  {
    name: '准予迁入证明正好四十天',
    day,
    facts: { ...inOrder, permitIssuedOn: '2026-01-20' },
    conclusion: 'ready',
  },
  {
    name: '没有填准予迁入证明的签发日期',
    day,
    facts: { ...inOrder, permitIssuedOn: undefined },
    conclusion: 'incomplete',
    unknown: ['permit-fresh', 'permit-exchanged'],
  },
  {
    name: '一家五口写在一张证上',
    day,
    facts: { ...inOrder, movers: Array.from({ length: 5 }, () => examplePerson) },
    conclusion: 'ask',
    unmet: ['persons-chosen'],
  },
  {
    name: '全户迁移，户口簿已收回',
    day,
    facts: { ...inOrder, wholeHousehold: true, bookletSurrendered: true },
    conclusion: 'ready',
  },
  {
    name: '全户迁移，户口簿没有交回',
    day,
    facts: { ...inOrder, wholeHousehold: true, bookletSurrendered: false },
    conclusion: 'ask',
    unmet: ['booklet-surrendered'],
  },
  {
    name: '代办没有委托书',
    day,
    facts: { ...inOrder, applicantKind: 'agent', letterOfAuthority: false },
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
