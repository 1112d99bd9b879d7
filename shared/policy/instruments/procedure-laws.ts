import type { Instrument } from '../instrument.ts'

/** The law on resident identity cards. */
export const identityCardLaw: Instrument = {
  id: 'identity-card-law',
  title: '中华人民共和国居民身份证法',
  number: '居民身份证法（2011）',
  inForceFrom: '2004-01-01',
  clauses: {
    'ID-3': { place: '第三条', meaning: '公民身份号码每人一个，终身不变，由公安机关按国家标准编制。' },
    'ID-6': { place: '第六条', meaning: '公安机关对制发查验中知悉的个人信息保密。' },
    'ID-14': { place: '第十四条', meaning: '办理户口事项时出示居民身份证证明身份。' },
  },
  numbers: {},
}

/** The licensing law, followed here by analogy: registering a hukou is no licence, but no citizen deserves less. */
export const licensingLaw: Instrument = {
  id: 'licensing-law',
  title: '中华人民共和国行政许可法',
  number: '行政许可法（2019，参照）',
  inForceFrom: '2004-07-01',
  clauses: {
    'AL-32': {
      place: '第三十二条',
      meaning: '材料不全的当场或者五个工作日内一次告知，逾期不告知视为受理，不归本处的告诉去哪里。',
    },
    'AL-38': { place: '第三十八条', meaning: '不予办理的书面说明理由，并告知复议和诉讼的权利。' },
  },
  numbers: {
    'one-time-notice': [{ value: 5, unit: 'working-day', from: '2004-07-01', clause: 'AL-32' }],
  },
}

/** Administrative review. */
export const reviewLaw: Instrument = {
  id: 'review-law',
  title: '中华人民共和国行政复议法',
  number: '行政复议法（2023）',
  inForceFrom: '2024-01-01',
  clauses: {
    'RV-20': {
      place: '第二十条',
      meaning: '对决定不服的，知道决定之日起六十日内可以申请行政复议。',
      unconfirmed: '条号凭记忆，待核',
    },
  },
  numbers: {
    'administrative-review': [{ value: 60, unit: 'day', from: '1999-10-01', clause: 'RV-20' }],
  },
}

/** The lawsuit against an authority. */
export const litigationLaw: Instrument = {
  id: 'litigation-law',
  title: '中华人民共和国行政诉讼法',
  number: '行政诉讼法（2017）',
  inForceFrom: '2015-05-01',
  clauses: {
    'LT-46': {
      place: '第四十六条',
      meaning: '直接起诉的，知道决定之日起六个月内向人民法院提出。',
      unconfirmed: '条号凭记忆，待核',
    },
  },
  numbers: {
    lawsuit: [{ value: 6, unit: 'month', from: '2015-05-01', clause: 'LT-46' }],
  },
}

/** The law on personal information. */
export const personalInformationLaw: Instrument = {
  id: 'personal-information-law',
  title: '中华人民共和国个人信息保护法',
  number: '个人信息保护法',
  inForceFrom: '2021-11-01',
  clauses: {
    'PI-6': { place: '第六条', meaning: '收集个人信息限于办事所需的最小范围。' },
    'PI-34': { place: '第三十四条', meaning: '机关为履行职责处理个人信息，不超出职责必需的范围。' },
    'PI-45': { place: '第四十五条', meaning: '本人有权查阅、复制自己的个人信息。' },
  },
  numbers: {},
}
