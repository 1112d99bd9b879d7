import type { Example } from '../case-type.ts'
import type { CertificateContent } from '../../register/certificate.ts'
import { exampleContent, examplePerson } from '../example-certificate.ts'
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

const forTwo: CertificateContent = {
  ...exampleContent,
  origin: exampleContent.destination,
  destination: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街1号' },
  persons: [
    examplePerson,
    {
      ...examplePerson,
      relation: '夫',
      name: '样例达来',
      sex: '1',
      birthDate: '1988-06-12',
      citizenId: '150499198806120013',
    },
  ],
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
  {
    name: '证上有人落户前去世，死亡证明看过，一并登记',
    day,
    facts: {
      ...inOrder,
      presentedContent: forTwo,
      deaths: [{ name: '样例达来', diedOn: '2026-03-08', proofSeen: true }],
    },
    conclusion: 'ready',
  },
  {
    name: '没有看到死亡证明',
    day,
    facts: {
      ...inOrder,
      presentedContent: forTwo,
      deaths: [{ name: '样例达来', diedOn: '2026-03-08', proofSeen: false }],
    },
    conclusion: 'ask',
    unmet: ['deaths-stated'],
  },
  {
    name: '去世的人不在证上',
    day,
    facts: { ...inOrder, deaths: [{ name: '样例别人', diedOn: '2026-03-08', proofSeen: true }] },
    conclusion: 'ask',
    unmet: ['deaths-stated'],
  },
  {
    name: '死亡日期写在今天以后',
    day,
    facts: {
      ...inOrder,
      presentedContent: forTwo,
      deaths: [{ name: '样例达来', diedOn: '2026-03-14', proofSeen: true }],
    },
    conclusion: 'ask',
    unmet: ['deaths-stated'],
  },
  {
    name: '去世的人没有填全',
    day,
    facts: { ...inOrder, deaths: [{ name: '样例达来' }] },
    conclusion: 'incomplete',
    unknown: ['deaths-stated'],
  },
  {
    name: '持证人去世，证上的丈夫来落户',
    day,
    facts: {
      ...inOrder,
      presentedContent: forTwo,
      deaths: [{ name: examplePerson.name, diedOn: '2026-03-08', proofSeen: true }],
      applicantKind: 'listed',
      applicantName: '样例达来',
      applicantCitizenId: '150499198806120013',
    },
    conclusion: 'ready',
  },
  {
    name: '持证人已去世，却写本人申请',
    day,
    facts: {
      ...inOrder,
      deaths: [{ name: examplePerson.name, diedOn: '2026-03-08', proofSeen: true }],
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
]
