/** Who a service is for: people whose hukou is here, holders of a residence permit, or both. */
export type ServiceReceiver = 'settled' | 'permit' | 'both'

/** When it opens: at once, with years of residence and insurance, or when a named condition is met. */
export type ServiceOpening = 'now' | 'after-years' | 'with-conditions'

/** What opens for a person after settling or with the permit, in the terms of the notice; printed on the leaflet. */
export interface Service {
  readonly id: string
  readonly name: string
  readonly group: ServiceOpening
  readonly for: ServiceReceiver
  readonly citation: string
  /** One sentence for the leaflet. */
  readonly words: string
}

const forPermitHolders: readonly Service[] = [
  permitService(
    'insurance-and-fund',
    '就业、社会保险和公积金',
    'RP-12',
    '可以依法就业、参加社会保险，缴存、提取和使用住房公积金。',
  ),
  permitService('permit-employment', '劳动就业服务', 'CF-3.2', '与本地户籍人口一样享受公共就业服务。'),
  permitService('permit-education', '基本公共教育', 'CF-3.2', '随迁子女接受义务教育等基本公共教育。'),
  permitService('permit-health', '基本医疗卫生服务', 'CF-3.2', '享受基本医疗和基本公共卫生服务。'),
  permitService('permit-family-planning', '计划生育服务', 'CF-3.2', '享受计划生育服务。'),
  permitService('permit-culture', '公共文化体育服务', 'CF-3.2', '使用公共文化体育设施和服务。'),
  permitService('permit-legal-aid', '法律援助和法律服务', 'RP-12', '可以申请法律援助和其他法律服务。'),
  permitService('permit-travel-documents', '办理出入境证件', 'RP-13', '按国家规定在居住地办理出入境证件。'),
  permitService('permit-identity-card', '换领、补领身份证', 'RP-13', '在居住地换领、补领居民身份证。'),
  permitService('permit-vehicle', '机动车登记和驾驶证', 'RP-13', '在居住地登记机动车、申领驾驶证。'),
  permitService('permit-qualification', '职业资格', 'RP-13', '在居住地报考和申请职业资格。'),
  permitService('permit-birth-service', '生育服务登记', 'RP-13', '在居住地办理生育服务登记。'),
  permitService(
    'permit-settling',
    '申请落户',
    'RP-15',
    '符合落户条件的，可以自愿申请把户口迁来。',
    'with-conditions',
  ),
]

const openingWithYears: readonly Service[] = [
  yearsService('vocational-aid', '中等职业教育资助', '随居住年限逐步享有中等职业教育资助。'),
  yearsService('employment-support', '就业扶持', '随居住和参保年限逐步享有就业扶持。'),
  yearsService('housing-support', '住房保障', '随居住和参保年限逐步享有住房保障。'),
  yearsService('elderly-care', '养老服务', '随居住和参保年限逐步享有养老服务。'),
  yearsService('welfare', '社会福利', '随居住和参保年限逐步享有社会福利。'),
  yearsService('relief', '社会救助', '随居住和参保年限逐步享有社会救助。'),
  {
    id: 'entrance-examinations',
    name: '随迁子女中考、高考',
    group: 'with-conditions',
    for: 'permit',
    citation: 'CF-3.2',
    words: '随迁子女按在本地连续就学年限和自治区规定，逐步取得在本地中考、高考的资格。',
  },
]

const forTheSettled: readonly Service[] = [
  {
    id: 'employment-information',
    name: '就业服务',
    group: 'now',
    for: 'both',
    citation: 'CF-4.2',
    words: '享受城乡公共就业服务和就业失业登记。',
  },
  {
    id: 'skill-training',
    name: '职业技能培训',
    group: 'now',
    for: 'both',
    citation: 'CF-4.2',
    words: '农牧业转移人口可以参加政府补贴的职业技能培训。',
  },
  {
    id: 'starting-a-business',
    name: '创业扶持',
    group: 'with-conditions',
    for: 'both',
    citation: 'CF-4.2',
    words: '有意创业并具备条件的，可以申请创业孵化、信息咨询、小额担保贷款和贴息。',
  },
  {
    id: 'town-housing',
    name: '城镇住房保障',
    group: 'with-conditions',
    for: 'settled',
    citation: 'CF-4.3',
    words: '纳入城镇住房保障，与城镇居民同等条件申请和退出。',
  },
  {
    id: 'schooling',
    name: '随迁子女上学',
    group: 'now',
    for: 'both',
    citation: 'CF-4.4',
    words: '随迁子女平等接受学前教育和义务教育。',
  },
  {
    id: 'medical-insurance',
    name: '医疗保险转移接续',
    group: 'now',
    for: 'settled',
    citation: 'CF-4.5',
    words: '医疗保险关系可以转移接续，异地就医可以结算，参加全市统一的城乡居民医疗保险。',
  },
  {
    id: 'old-age-insurance',
    name: '养老保险',
    group: 'now',
    for: 'settled',
    citation: 'CF-4.5',
    words: '可以参加城镇职工养老保险，纳入城镇社会保障。',
  },
  {
    id: 'minimum-income',
    name: '城市最低生活保障',
    group: 'with-conditions',
    for: 'settled',
    citation: 'CF-4.5',
    words: '符合条件的，可以申请城市最低生活保障和其他社会救助。',
  },
  {
    id: 'community-health',
    name: '社区医疗卫生和计划生育服务',
    group: 'now',
    for: 'both',
    citation: 'CF-4.6',
    words: '享受社区基本医疗、公共卫生和计划生育服务。',
  },
  {
    id: 'public-funding',
    name: '财政保障',
    group: 'now',
    for: 'settled',
    citation: 'CF-4.7',
    words: '以上基本公共服务由市和旗县区财政保障。',
  },
]

/** Every service of the notice and of the residence-permit regulations, in the order of the leaflet. */
export const services: readonly Service[] = [...forTheSettled, ...forPermitHolders, ...openingWithYears]

/** What the leaflet of a person lists. */
export function servicesFor(receiver: 'settled' | 'permit'): readonly Service[] {
  return services.filter((service) => service.for === receiver || service.for === 'both')
}

function permitService(
  id: string,
  name: string,
  citation: string,
  words: string,
  group: ServiceOpening = 'now',
): Service {
  return { id, name, group, for: 'permit', citation, words }
}

function yearsService(id: string, name: string, words: string): Service {
  return { id, name, group: 'after-years', for: 'permit', citation: 'CF-3.2', words }
}
