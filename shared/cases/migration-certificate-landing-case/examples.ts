import type { Example } from '../case-type.ts'
import { exampleContent } from '../example-certificate.ts'
import type { LandingFacts } from './fields.ts'

const day = '2026-03-13'

const inOrder: LandingFacts = {
  presentedSerial: '辽2026-00000321',
  issuingOffice: '沈阳市样例派出所',
  issuedOn: '2026-03-01',
  validUntil: '2026-03-31',
  presentedContent: {
    ...exampleContent,
    origin: exampleContent.destination,
    destination: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  },
  legible: true,
  personsMatch: true,
  household: 'existing',
  householdNumber: '000123',
  address: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  headConsents: true,
  applicantKind: 'holder',
  identityChecked: true,
}

export const examples: readonly Example[] = [
  { name: '持辽宁的迁移证来落户', day, facts: inOrder, conclusion: 'ready' },
  {
    name: '新立一户',
    day,
    facts: { ...inOrder, household: 'new', headConsents: undefined },
    conclusion: 'ready',
  },
  {
    name: '证件过期',
    day: '2026-04-01',
    facts: inOrder,
    conclusion: 'refer',
    unmet: ['within-validity'],
  },
  { name: '证面涂改', day, facts: { ...inOrder, legible: false }, conclusion: 'refer', unmet: ['legible'] },
  {
    name: '人数不一致',
    day,
    facts: { ...inOrder, personsMatch: false },
    conclusion: 'refer',
    unmet: ['persons-match'],
  },
  {
    name: '证上迁往别处',
    day,
    facts: { ...inOrder, presentedContent: exampleContent },
    conclusion: 'refer',
    unmet: ['destination-is-here'],
  },
  {
    name: '编号认不出来',
    day,
    facts: { ...inOrder, presentedSerial: '辽字一号' },
    conclusion: 'ask',
    unmet: ['number-readable'],
  },
  {
    name: '户主不同意',
    day,
    facts: { ...inOrder, headConsents: false },
    conclusion: 'ask',
    unmet: ['head-consents'],
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
