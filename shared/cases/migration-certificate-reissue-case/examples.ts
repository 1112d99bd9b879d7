import type { CertificateContent } from '../../register/certificate.ts'
import type { Example } from '../case-type.ts'
import { exampleCertificate, exampleContent } from '../example-certificate.ts'
import { day, inOrder } from './example-facts.ts'
import { examplesOfPeople } from './examples-of-people.ts'

const agent = {
  applicantKind: 'agent',
  applicantName: '乌云',
  applicantCitizenId: '150499199203050008',
} as const

const exampleIssue = {
  issuerCode: exampleCertificate.station,
  issuerName: '样例派出所',
  handler: '样例民警',
  remark: '',
}

const toHohhot: CertificateContent = {
  ...exampleContent,
  destination: { region: '150102', regionName: '内蒙古自治区呼和浩特市新城区', detail: '' },
}

const landedElsewhere = { on: '2026-03-09', office: '沈阳市某派出所', source: 'city' as const }

/** Each rule met and unmet at least once; a test walks them all. */
export const examples: readonly Example[] = [
  { name: '十二天前本所签发，遗失，未落户', day, facts: inOrder, conclusion: 'ready' },
  {
    name: '线路断了，查不到有没有落户',
    day,
    facts: { ...inOrder, landingCheck: 'unknown', landingCheckedHow: undefined },
    conclusion: 'ready',
    unknown: ['not-landed'],
  },
  {
    name: '别的派出所签发的',
    day,
    facts: { originalSource: 'elsewhere', issuingOffice: '样例二派出所' },
    conclusion: 'refer',
    unmet: ['issued-here'],
    unknown: ['content-unchanged', 'ground-proven', 'within-validity', 'may-apply', 'identity-checked'],
  },
  {
    name: '登记里的签发机关不是本所',
    day,
    facts: {
      ...inOrder,
      original: {
        ...exampleCertificate,
        issue: {
          issuedOn: '2026-03-01',
          validUntil: '2026-03-31',
          issuerCode: '150403001000',
          issuerName: '样例二派出所',
          handler: '样例民警',
          remark: '',
        },
      },
    },
    conclusion: 'refer',
    unmet: ['issued-here'],
  },
  {
    name: '迁往呼和浩特，网上办的，没有纸质证',
    day,
    facts: { originalSource: 'online' },
    conclusion: 'route',
    unmet: ['paper-exists'],
    unknown: ['content-unchanged', 'ground-proven', 'within-validity', 'may-apply', 'identity-checked'],
  },
  {
    name: '原证迁往自治区内',
    day,
    facts: {
      ...inOrder,
      original: {
        ...exampleCertificate,
        content: {
          ...exampleContent,
          destination: { region: '150102', regionName: '内蒙古自治区呼和浩特市新城区', detail: '' },
        },
      },
    },
    conclusion: 'route',
    unmet: ['paper-exists'],
  },
  {
    name: '证上人员已在沈阳落户',
    day,
    facts: { ...inOrder, original: { ...exampleCertificate, state: 'landed', landing: landedElsewhere } },
    conclusion: 'refuse',
    unmet: ['not-landed'],
  },
  {
    name: '电话查到两年前已经落户',
    day,
    facts: { ...inOrder, landingCheck: 'landed', landedPlace: '沈阳市' },
    conclusion: 'refuse',
    unmet: ['not-landed'],
  },
  {
    name: '已经补发过',
    day,
    facts: {
      ...inOrder,
      original: { ...exampleCertificate, state: 'void', replacedBy: 'certificate:蒙2026-00123460' },
    },
    conclusion: 'refuse',
    unmet: ['not-void-yet'],
  },
  {
    name: '已经作废，没有补发',
    day,
    facts: { ...inOrder, original: { ...exampleCertificate, state: 'void' } },
    conclusion: 'refuse',
    unmet: ['not-void-yet'],
  },
  {
    name: '要改迁往地址',
    day,
    facts: { ...inOrder, contentChange: 'destination' },
    conclusion: 'route',
    unmet: ['content-unchanged'],
  },
  {
    name: '要改人员',
    day,
    facts: { ...inOrder, contentChange: 'persons' },
    conclusion: 'route',
    unmet: ['content-unchanged'],
  },
  {
    name: '过期，原证交回',
    day: '2026-04-20',
    facts: { ...inOrder, lossKind: 'expired', lossStatement: undefined, originalHandedBack: true },
    conclusion: 'ready',
    unmet: ['within-validity'],
  },
  {
    name: '说是过期，其实还没到期',
    day,
    facts: { ...inOrder, lossKind: 'expired', lossStatement: undefined, originalHandedBack: true },
    conclusion: 'ask',
    unmet: ['ground-proven'],
  },
  {
    name: '损坏，原证没有交回',
    day,
    facts: { ...inOrder, lossKind: 'damaged', lossStatement: undefined, originalHandedBack: false },
    conclusion: 'ask',
    unmet: ['ground-proven'],
  },
  {
    name: '妻子代办，没有委托书',
    day,
    facts: { ...inOrder, ...agent, letterOfAuthority: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '妻子代办，委托书和双方身份证齐全',
    day,
    facts: { ...inOrder, ...agent, letterOfAuthority: true, bothIdentityCards: true },
    conclusion: 'ready',
  },
  {
    name: '监护人申请，监护关系没有证明',
    day,
    facts: { ...inOrder, applicantKind: 'guardian', guardianship: false },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '监护人申请，监护关系已核对',
    day,
    facts: { ...inOrder, ...agent, applicantKind: 'guardian', guardianship: true },
    conclusion: 'ready',
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...inOrder, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '没有记录查询情况',
    day,
    facts: { ...inOrder, landingCheck: undefined, landingCheckedHow: undefined },
    conclusion: 'incomplete',
    unknown: ['not-landed', 'landing-asked'],
  },
  {
    name: '只有纸质存根，录全了',
    day,
    facts: {
      ...inOrder,
      originalSource: 'counterfoil',
      original: undefined,
      counterfoilSerial: '蒙2013-00004321',
      counterfoilIssuedOn: '2013-06-01',
      counterfoilContent: exampleContent,
    },
    conclusion: 'ready',
    unmet: ['within-validity'],
  },
  {
    name: '存根编号认不出来',
    day,
    facts: {
      ...inOrder,
      originalSource: 'counterfoil',
      original: undefined,
      counterfoilSerial: '第八号',
      counterfoilIssuedOn: '2013-06-01',
      counterfoilContent: exampleContent,
    },
    conclusion: 'ask',
    unmet: ['within-validity', 'counterfoil-complete'],
  },
  {
    name: '2019年迁往呼和浩特的纸质证，那时还用纸',
    day,
    facts: {
      ...inOrder,
      original: {
        ...exampleCertificate,
        content: toHohhot,
        issue: { ...exampleIssue, issuedOn: '2019-12-31', validUntil: '2020-01-30' },
      },
    },
    conclusion: 'ready',
    unmet: ['within-validity'],
  },
  {
    name: '2020年1月1日起迁往呼和浩特，不再有纸质证',
    day,
    facts: {
      ...inOrder,
      original: {
        ...exampleCertificate,
        content: toHohhot,
        issue: { ...exampleIssue, issuedOn: '2020-01-01', validUntil: '2020-01-31' },
      },
    },
    conclusion: 'route',
    unmet: ['paper-exists', 'within-validity'],
  },
  ...examplesOfPeople,
]
