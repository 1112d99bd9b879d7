import type { Example } from '../case-type.ts'

const day = '2026-03-04'
const aohan = { region: '150430', regionName: '内蒙古自治区赤峰市敖汉旗', detail: '新惠镇样例街' }
const hongshan = { region: '150402', regionName: '内蒙古自治区赤峰市红山区', detail: '样例街道' }
const ningcheng = { region: '150429', regionName: '内蒙古自治区赤峰市宁城县', detail: '样例镇' }
const shenyang = { region: '210102', regionName: '辽宁省沈阳市和平区', detail: '样例路' }

/** Somebody of Ningcheng who works in Aohan; the example station lies in Aohan. */
const complete = {
  personName: '样外来',
  nationality: 'mainland',
  citizenId: '150499199001010014',
  sex: '1',
  birthDate: '1990-01-01',
  ethnicGroup: '01',
  hukouPlace: ningcheng,
  residencePlace: aohan,
  residesSince: '2025-06-01',
  ground: 'job',
  groundProof: 'shared',
  applicantKind: 'self',
  identityChecked: true,
}

/** Worked examples: which moves count, the half year to the day, and what is proved how. */
export const examples: readonly Example[] = [
  { name: '宁城户口在敖汉就业，数据已共享', day, facts: complete, conclusion: 'ready' },
  { name: '红山户口住在敖汉', day, facts: { ...complete, hukouPlace: hongshan }, conclusion: 'ready' },
  {
    name: '辽宁户口：按国家条例可以办',
    day,
    facts: { ...complete, hukouPlace: shenyang },
    conclusion: 'ready',
  },
  {
    name: '2025年1月10日登记，7月9日来：差一天',
    day: '2025-07-09',
    facts: { ...complete, residesSince: '2025-01-10' },
    conclusion: 'refuse',
    unmet: ['half-a-year'],
  },
  {
    name: '2025年1月10日登记，7月10日来',
    day: '2025-07-10',
    facts: { ...complete, residesSince: '2025-01-10' },
    conclusion: 'ready',
  },
  {
    name: '同一个旗里搬家：只登记变动',
    day,
    facts: { ...complete, hukouPlace: aohan },
    conclusion: 'route',
    unmet: ['left-the-hukou-place'],
  },
  {
    name: '红山户口住在松山：市辖区之间不用，也不归本所',
    day,
    facts: {
      ...complete,
      hukouPlace: hongshan,
      residencePlace: { ...hongshan, region: '150404', regionName: '内蒙古自治区赤峰市松山区' },
    },
    conclusion: 'refer',
    unmet: ['left-the-hukou-place', 'lives-here'],
  },
  {
    name: '台湾居民：另有居住证',
    day,
    facts: { ...complete, nationality: 'hong-kong-macao-taiwan', citizenId: undefined },
    conclusion: 'refer',
    unmet: ['for-mainland-residents'],
  },
  {
    name: '没有工作、住所，也没有上学',
    day,
    facts: { ...complete, ground: 'none', groundProof: undefined },
    conclusion: 'refuse',
    unmet: ['one-of-three'],
  },
  {
    name: '共享查不到，也没有材料：一次告知',
    day,
    facts: { ...complete, groundProof: 'missing' },
    conclusion: 'ask',
    unmet: ['ground-proven'],
  },
  {
    name: '填的性别与号码不一致',
    day,
    facts: { ...complete, sex: '2' },
    conclusion: 'ask',
    unmet: ['number-agrees'],
  },
  {
    name: '监护人说不清是什么关系',
    day,
    facts: {
      ...complete,
      applicantKind: 'guardian',
      applicantName: '样叔叔',
      applicantCitizenId: '150499197001010017',
      guardianRelation: 'none',
      guardianshipSeen: false,
    },
    conclusion: 'ask',
    unmet: ['may-apply'],
  },
  {
    name: '身份没有核对清楚',
    day,
    facts: { ...complete, identityChecked: false },
    conclusion: 'ask',
    unmet: ['identity-checked'],
  },
]
