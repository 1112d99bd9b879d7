import type { Example } from '../case-type.ts'
import { exampleMan } from '../example-people.ts'

const day = '2026-03-04'

const father = { ...exampleMan, householdNumber: '000888' }

const inside = {
  fromWhere: 'this-station',
  basis: 'kin',
  basisShown: true,
  household: { number: '000123', householdKind: 'family' },
  headConsents: true,
  movers: [{ member: father, relationToHead: '51' }],
  wholeHousehold: false,
  applicantKind: 'self',
  identityChecked: true,
}

const { personId: _id, status: _status, ...elsewhere } = father
const fromOther = {
  ...inside,
  fromWhere: 'other-station',
  fromOffice: '赤峰市公安局松山分局样例派出所',
  originCheck: 'registered',
  basis: 'own-dwelling',
  movers: [{ member: elsewhere, relationToHead: '02' }],
  wholeHousehold: true,
}

export const examples: readonly Example[] = [
  { name: '本所内，父亲搬到女儿家', day, facts: inside, conclusion: 'ready' },
  { name: '从松山区搬来，自己的住处', day, facts: fromOther, conclusion: 'ready' },
  {
    name: '从市外来的不在这里办',
    day,
    facts: { ...inside, fromWhere: 'outside' },
    conclusion: 'route',
    unmet: ['inside-the-city'],
  },
  {
    name: '没有线路，查不到原来的派出所，先受理',
    day,
    facts: { ...fromOther, originCheck: 'unreachable' },
    conclusion: 'hold',
    unmet: ['origin-checked'],
  },
  {
    name: '在原来的派出所已经不在册',
    day,
    facts: { ...fromOther, originCheck: 'not-registered' },
    conclusion: 'hold',
    unmet: ['origin-checked'],
  },
  {
    name: '没有住处，也没有亲属',
    day,
    facts: { ...inside, basis: 'none' },
    conclusion: 'refuse',
    unmet: ['has-a-basis'],
  },
  {
    name: '住处的证明没有带',
    day,
    facts: { ...fromOther, basisShown: false },
    conclusion: 'ask',
    unmet: ['basis-shown'],
  },
  {
    name: '户主不同意',
    day,
    facts: { ...inside, headConsents: false },
    conclusion: 'ask',
    unmet: ['household-takes-in'],
  },
  {
    name: '那一户已经撤了',
    day,
    facts: { ...inside, household: { number: '000123', withdrawnOn: '2025-01-01' } },
    conclusion: 'ask',
    unmet: ['household-takes-in'],
  },
  {
    name: '号码输错一位',
    day,
    facts: {
      ...fromOther,
      movers: [{ member: { ...elsewhere, citizenId: '150499196509120019' }, relationToHead: '02' }],
    },
    conclusion: 'ask',
    unmet: ['movers-known'],
  },
  {
    name: '说是本所的，其实已经迁走',
    day,
    facts: { ...inside, movers: [{ member: { ...father, status: 'moved-out' }, relationToHead: '51' }] },
    conclusion: 'ask',
    unmet: ['movers-known'],
  },
  {
    name: '父亲写成了母亲',
    day,
    facts: { ...inside, movers: [{ member: father, relationToHead: '52' }] },
    conclusion: 'ask',
    unmet: ['relations-fit'],
  },
  {
    name: '投靠的人写成户主',
    day,
    facts: { ...inside, movers: [{ member: father, relationToHead: '02' }] },
    conclusion: 'ask',
    unmet: ['relations-fit'],
  },
  {
    name: '两个人都写成户主',
    day,
    facts: { ...fromOther, movers: [fromOther.movers[0], fromOther.movers[0]] },
    conclusion: 'ask',
    unmet: ['relations-fit'],
  },
  {
    name: '登记上已经去世',
    day,
    facts: { ...inside, movers: [{ member: { ...father, status: 'deceased' }, relationToHead: '51' }] },
    conclusion: 'refuse',
    unmet: ['movers-known', 'subject-alive'],
  },
  {
    name: '受托人没有委托书',
    day,
    facts: {
      ...inside,
      applicantKind: 'agent',
      applicantName: '样代办',
      applicantCitizenId: '150499199401010013',
      letterOfAuthority: false,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对',
    day,
    facts: { ...inside, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
  {
    name: '什么都还没有问',
    day,
    facts: {},
    conclusion: 'incomplete',
    unknown: [
      'inside-the-city',
      'has-a-basis',
      'household-takes-in',
      'movers-known',
      'may-apply',
      'identity-checked',
    ],
  },
]
