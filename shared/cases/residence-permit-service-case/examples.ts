import type { Example } from '../case-type.ts'

const permit = {
  number: 'JZ1504300001',
  holderName: '样租客',
  citizenId: '150499199401010013',
  state: 'issued',
  issuedOn: '2025-05-01',
  usableUntil: '2026-04-30',
  yearsCountFrom: '2025-05-01',
}

const endorse = {
  service: 'endorse',
  permit,
  stillResides: true,
  applicantKind: 'self',
  identityChecked: true,
}

const replace = { ...endorse, service: 'replace', stillResides: undefined, acceptedHere: true }
const exchange = { ...replace, service: 'exchange', whatChanged: '改名', oldReturned: true }
const cancel = {
  ...endorse,
  service: 'cancel',
  stillResides: undefined,
  cancelReason: 'settled',
  oldReturned: true,
}
const address = {
  ...endorse,
  service: 'address',
  stillResides: undefined,
  newResidence: { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街5号' },
}

export const examples: readonly Example[] = [
  { name: '满一年前的一个月里签注', day: '2026-04-10', facts: endorse, conclusion: 'ready' },
  {
    name: '晚了二十天：照样签注，年限重新算',
    day: '2026-05-20',
    facts: endorse,
    conclusion: 'ready',
    unmet: ['endorsed-in-time'],
  },
  {
    name: '早了一天',
    day: '2026-03-31',
    facts: endorse,
    conclusion: 'refuse',
    unmet: ['not-too-early'],
  },
  {
    name: '已经不住在这里',
    day: '2026-04-10',
    facts: { ...endorse, stillResides: false },
    conclusion: 'refuse',
    unmet: ['still-resides'],
  },
  {
    name: '丢了，在原来申领的所补领，收工本费',
    day: '2026-01-05',
    facts: replace,
    conclusion: 'ready',
    unmet: ['fee-as-the-law-says'],
  },
  {
    name: '丢了，不是在本所申领的',
    day: '2026-01-05',
    facts: { ...replace, acceptedHere: false },
    conclusion: 'refer',
    unmet: ['where-it-was-accepted', 'fee-as-the-law-says'],
  },
  {
    name: '改了名字换领',
    day: '2026-01-05',
    facts: exchange,
    conclusion: 'ready',
    unmet: ['fee-as-the-law-says'],
  },
  {
    name: '换领，原证没有交回',
    day: '2026-01-05',
    facts: { ...exchange, oldReturned: false },
    conclusion: 'ask',
    unmet: ['old-permit-returned', 'fee-as-the-law-says'],
  },
  { name: '在本旗里搬家，只变更登记', day: '2026-01-05', facts: address, conclusion: 'ready' },
  {
    name: '搬到了别的旗',
    day: '2026-01-05',
    facts: {
      ...address,
      newResidence: { region: '150428', regionName: '内蒙古自治区赤峰市喀喇沁旗', detail: '锦山镇' },
    },
    conclusion: 'route',
    unmet: ['moved-inside-the-county'],
  },
  { name: '户口迁来了，注销', day: '2026-01-05', facts: cancel, conclusion: 'ready' },
  {
    name: '本人死亡，证找不到了，照样注销',
    day: '2026-01-05',
    facts: {
      ...cancel,
      cancelReason: 'deceased',
      oldReturned: false,
      applicantKind: 'head',
      applicantName: '样房东',
      applicantCitizenId: '150499196509120018',
    },
    conclusion: 'ready',
  },
  {
    name: '已经注销的证',
    day: '2026-04-10',
    facts: { ...endorse, permit: { ...permit, state: 'cancelled' } },
    conclusion: 'refuse',
    unmet: ['permit-in-use'],
  },
  {
    name: '受托人没有委托书',
    day: '2026-04-10',
    facts: {
      ...endorse,
      applicantKind: 'agent',
      applicantName: '样代办',
      applicantCitizenId: '150499196509120018',
      letterOfAuthority: false,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对',
    day: '2026-04-10',
    facts: { ...endorse, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '什么都还没有问',
    day: '2026-04-10',
    facts: {},
    conclusion: 'incomplete',
    unknown: ['permit-in-use', 'fee-as-the-law-says', 'may-apply', 'identity-checked'],
  },
  {
    name: '搬家还没有问新住址',
    day: '2026-04-10',
    facts: { ...address, newResidence: undefined },
    conclusion: 'incomplete',
    unknown: ['moved-inside-the-county'],
  },
]
