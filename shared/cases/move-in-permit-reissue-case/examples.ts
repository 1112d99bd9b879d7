import type { Example } from '../case-type.ts'
import { examplePermit, examplePermitContent, examplePermitFacts } from '../example-permit.ts'
import type { PermitReissueFacts } from './fields.ts'

const day = '2026-03-13'

/** The husband lost both leaves on the way; nobody has moved out yet. */
const inOrder: PermitReissueFacts = {
  originalSource: 'register',
  original: examplePermit,
  lossKind: 'lost',
  lossStatement: '三月十日在火车上连同提包一起丢了。',
  contentChange: 'none',
  leafLeft: 'none',
  applicantKind: 'self',
  identityChecked: true,
  moveOutCheck: 'not-moved',
  moveOutCheckedHow: '电话问沈阳和平分局样例派出所',
}

const { original: _none, ...withoutOriginal } = inOrder
const fromCounterfoil: PermitReissueFacts = {
  ...withoutOriginal,
  ...examplePermitFacts,
  originalSource: 'counterfoil',
  counterfoilSerial: '蒙2026-00004321',
  counterfoilIssuedOn: '2026-03-01',
}

const inHand = { lossStatement: undefined, leafLeft: undefined } as const
const unknownWithoutOriginal = [
  'content-unchanged',
  'ground-proven',
  'within-validity',
  'may-apply',
  'identity-checked',
]

export const examples: readonly Example[] = [
  { name: '十二天前本旗县区签发，两联都丢了，没有迁出', day, facts: inOrder, conclusion: 'ready' },
  {
    name: '第二联还在，已收回',
    day,
    facts: { ...inOrder, leafLeft: 'second', leafHandedBack: true },
    conclusion: 'ready',
  },
  {
    name: '第三联还在，不肯交回',
    day,
    facts: { ...inOrder, leafLeft: 'third', leafHandedBack: false },
    conclusion: 'ask',
    unmet: ['leaves-collected'],
  },
  {
    name: '没有问还剩哪一联',
    day,
    facts: { ...inOrder, leafLeft: undefined },
    conclusion: 'incomplete',
    unknown: ['leaves-collected'],
  },
  {
    name: '第四十天还能用，不用换发',
    day: '2026-04-10',
    facts: { ...inOrder, ...inHand, lossKind: 'expired', originalHandedBack: true },
    conclusion: 'ask',
    unmet: ['ground-proven'],
  },
  {
    name: '第四十一天，两联交回换发',
    day: '2026-04-11',
    facts: { ...inOrder, ...inHand, lossKind: 'expired', originalHandedBack: true },
    conclusion: 'ready',
    unmet: ['within-validity'],
  },
  {
    name: '损坏，原证没有交回',
    day,
    facts: { ...inOrder, ...inHand, lossKind: 'damaged', originalHandedBack: false },
    conclusion: 'ask',
    unmet: ['ground-proven'],
  },
  {
    name: '第二次补发',
    day,
    facts: { ...inOrder, original: { ...examplePermit, reissues: 1 } },
    conclusion: 'ready',
    unmet: ['first-reissue'],
  },
  {
    name: '没有线路，查不到有没有迁出',
    day,
    facts: { ...inOrder, moveOutCheck: 'unknown', moveOutCheckedHow: undefined },
    conclusion: 'ready',
    unknown: ['not-used'],
  },
  {
    name: '没有记录查询情况',
    day,
    facts: { ...inOrder, moveOutCheck: undefined, moveOutCheckedHow: undefined },
    conclusion: 'incomplete',
    unknown: ['not-used', 'use-asked'],
  },
  {
    name: '迁出地已经凭它办了迁出',
    day,
    facts: { ...inOrder, moveOutCheck: 'moved-out' },
    conclusion: 'refuse',
    unmet: ['not-used'],
  },
  {
    name: '查到已经落户',
    day,
    facts: { ...inOrder, moveOutCheck: 'landed' },
    conclusion: 'refuse',
    unmet: ['not-used'],
  },
  {
    name: '本所登记已经落户',
    day,
    facts: {
      ...inOrder,
      original: {
        ...examplePermit,
        state: 'landed',
        landing: { on: '2026-03-11', office: '样例派出所', source: 'presented' },
      },
    },
    conclusion: 'refuse',
    unmet: ['not-used'],
  },
  {
    name: '已经补发过',
    day,
    facts: {
      ...inOrder,
      original: { ...examplePermit, state: 'void', replacedBy: 'move-in-permit:蒙2026-00123460' },
    },
    conclusion: 'refuse',
    unmet: ['not-void-yet'],
  },
  {
    name: '松山区签发的',
    day,
    facts: {
      ...inOrder,
      original: {
        ...examplePermit,
        issue: {
          issuedOn: '2026-03-01',
          validUntil: '2026-04-10',
          issuerCode: '150404000000',
          issuerName: '赤峰市公安局松山区分局',
          handler: '样例民警',
          remark: '',
        },
      },
    },
    conclusion: 'refer',
    unmet: ['issued-here'],
  },
  {
    name: '别处签发的',
    day,
    facts: { originalSource: 'elsewhere', issuingOffice: '沈阳市公安局和平分局' },
    conclusion: 'refer',
    unmet: ['issued-here'],
    unknown: unknownWithoutOriginal,
  },
  {
    name: '从呼和浩特迁来，网上办的',
    day,
    facts: { originalSource: 'online' },
    conclusion: 'route',
    unmet: ['paper-exists'],
    unknown: unknownWithoutOriginal,
  },
  {
    name: '2020年以后自治区内的迁移',
    day,
    facts: {
      ...inOrder,
      original: {
        ...examplePermit,
        content: { ...examplePermitContent, moversAddress: '内蒙古自治区通辽市科尔沁区样例路3号' },
      },
    },
    conclusion: 'route',
    unmet: ['paper-exists'],
  },
  {
    name: '要改迁入地址',
    day,
    facts: { ...inOrder, contentChange: 'destination' },
    conclusion: 'route',
    unmet: ['content-unchanged'],
  },
  {
    name: '要加一个人',
    day,
    facts: { ...inOrder, contentChange: 'persons' },
    conclusion: 'route',
    unmet: ['content-unchanged'],
  },
  { name: '只有存根，录全了', day, facts: fromCounterfoil, conclusion: 'ready' },
  {
    name: '存根上的申请人登记为已死亡',
    day,
    facts: {
      ...fromCounterfoil,
      permitApplicant: { ...examplePermitFacts.permitApplicant, name: '样例达来', status: 'deceased' },
    },
    conclusion: 'refuse',
    unmet: ['subject-alive'],
  },
  {
    name: '存根编号认不出来',
    day,
    facts: { ...fromCounterfoil, counterfoilSerial: '第八号' },
    conclusion: 'ask',
    unmet: ['counterfoil-complete'],
  },
  {
    name: '存根上的迁移人没有录全',
    day,
    facts: { ...fromCounterfoil, movers: [{ name: '样例娜仁' }] },
    conclusion: 'incomplete',
    unknown: ['paper-exists', 'counterfoil-complete'],
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
