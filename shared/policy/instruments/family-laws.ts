import type { Instrument } from '../instrument.ts'

/** The Civil Code: persons, guardians, the missing and the dead, names, parents and adoption. */
export const civilCode: Instrument = {
  id: 'civil-code',
  title: '中华人民共和国民法典',
  number: '民法典',
  inForceFrom: '2021-01-01',
  clauses: {
    'CC-13': { place: '第十三条', meaning: '人从出生时起有民事权利，到死亡时止。' },
    'CC-14': { place: '第十四条', meaning: '自然人的民事权利能力一律平等。' },
    'CC-15': {
      place: '第十五条',
      meaning: '出生和死亡时间以出生、死亡证明为准，没有的以户口登记为准，有相反证据的以证据为准。',
    },
    'CC-16': { place: '第十六条', meaning: '涉及胎儿利益的，视为有民事权利能力。' },
    'CC-17': { place: '第十七条', meaning: '十八周岁以上是成年人，不满的是未成年人。' },
    'CC-19': {
      place: '第十九条、第二十条',
      meaning: '八周岁以上的未成年人能力受限，不满八周岁的由代理人办理。',
    },
    'CC-27': { place: '第二十七条、第二十八条', meaning: '未成年人和无行为能力的人由监护人代为办理。' },
    'CC-28': {
      place: '第二十八条',
      meaning: '无行为能力或者限制行为能力的成年人，依次由配偶、父母子女、其他近亲属等监护。',
    },
    'CC-40': { place: '第四十条', meaning: '下落不明满两年的，利害关系人可以申请宣告失踪。' },
    'CC-45': { place: '第四十五条', meaning: '失踪人重新出现的，经申请由法院撤销失踪宣告。' },
    'CC-46': { place: '第四十六条', meaning: '下落不明满四年、因意外事件满两年的，可以申请宣告死亡。' },
    'CC-48': {
      place: '第四十八条',
      meaning: '宣告死亡的，以判决作出之日为死亡日期，意外事件的以事件发生日为准。',
    },
    'CC-50': { place: '第五十条', meaning: '被宣告死亡的人重新出现的，经申请由法院撤销死亡宣告。' },
    'CC-51': { place: '第五十一条', meaning: '死亡宣告撤销后婚姻自行恢复，配偶再婚或者书面不愿恢复的除外。' },
    'CC-165': { place: '第一百六十五条', meaning: '委托别人办理要有写明事项和权限的委托书。' },
    'CC-1012': { place: '第一千零一十二条', meaning: '自然人有权依法决定、使用、变更自己的姓名。' },
    'CC-1015': {
      place: '第一千零一十五条',
      meaning: '姓随父或者随母，有长辈、扶养人或者其他正当理由的可以另选，少数民族依照习惯。',
    },
    'CC-1016': { place: '第一千零一十六条', meaning: '决定和变更姓名要向有关机关登记，变更前的行为仍有效。' },
    'CC-1017': { place: '第一千零一十七条', meaning: '有知名度的笔名、译名等参照姓名保护。' },
    'CC-1071': { place: '第一千零七十一条', meaning: '非婚生子女与婚生子女权利相同，任何人不得歧视。' },
    'CC-1073': {
      place: '第一千零七十三条',
      meaning: '对亲子关系有异议有正当理由的，可以向法院请求确认或者否认。',
    },
    'CC-1093': {
      place: '第一千零九十三条',
      meaning: '孤儿、查不到生父母的和生父母无力抚养的未成年人可以被收养。',
    },
    'CC-1098': {
      place: '第一千零九十八条',
      meaning: '收养人要无子女或者只有一名子女，有抚养能力，年满三十周岁等。',
    },
    'CC-1105': {
      place: '第一千一百零五条',
      meaning: '收养从民政部门登记之日起成立，查不到生父母的登记前公告。',
    },
    'CC-1106': { place: '第一千一百零六条', meaning: '收养成立后公安机关为被收养人办理户口登记。' },
    'CC-1110': { place: '第一千一百一十条', meaning: '收养当事人要求保守收养秘密的，别人要尊重，不得泄露。' },
    'CC-1111': { place: '第一千一百一十一条', meaning: '养父母与养子女的关系等同父母子女。' },
  },
  numbers: {
    'adult-age': [{ value: 18, unit: 'year', from: '2021-01-01', clause: 'CC-17' }],
    'limited-capacity-age': [{ value: 8, unit: 'year', from: '2021-01-01', clause: 'CC-19' }],
  },
}

/** The nationality law. */
export const nationalityLaw: Instrument = {
  id: 'nationality-law',
  title: '中华人民共和国国籍法',
  number: '国籍法（1980）',
  inForceFrom: '1980-09-10',
  clauses: {
    'NL-3': { place: '第三条', meaning: '不承认中国公民有双重国籍。' },
    'NL-4': { place: '第四条', meaning: '父母有一方是中国公民、在中国出生的，有中国国籍。' },
    'NL-5': {
      place: '第五条',
      meaning: '在外国出生、父母有一方是中国公民的有中国国籍，但父母定居外国且出生即有外国国籍的除外。',
    },
    'NL-6': { place: '第六条', meaning: '父母无国籍或者国籍不明而定居中国，在中国出生的有中国国籍。' },
    'NL-8': { place: '第八条', meaning: '批准加入中国国籍的，不再保留外国国籍。' },
    'NL-9': { place: '第九条', meaning: '定居外国又自愿取得外国国籍的，自动失去中国国籍。' },
    'NL-13': {
      place: '第十三条',
      meaning: '曾有中国国籍的外国人有正当理由可以申请恢复，恢复后不保留外国国籍。',
    },
  },
  numbers: {},
}

/** The population and family-planning law after 2021. */
export const populationLaw: Instrument = {
  id: 'population-law-2021',
  title: '中华人民共和国人口与计划生育法',
  number: '人口与计划生育法（2021）',
  inForceFrom: '2021-08-20',
  clauses: {
    'PL-18': { place: '第十八条', meaning: '一对夫妻可以生育三个子女。' },
    'PL-2021': {
      place: '2021年修改',
      meaning: '社会抚养费已经取消，户口登记与生育手续没有关系。',
    },
  },
  numbers: {},
}

/** Who issues the birth certificate. */
export const maternalHealthLaw: Instrument = {
  id: 'maternal-health-law',
  title: '中华人民共和国母婴保健法',
  number: '母婴保健法（2017）',
  inForceFrom: '1995-06-01',
  clauses: {
    'MH-23': { place: '第二十三条', meaning: '医疗保健机构和家庭接生人员为新生儿出具统一的出生医学证明。' },
    'MH-7': {
      place: '第七版出生医学证明',
      meaning: '二〇二三年四月一日起用第七版，编号为一个字母加九位数字。',
    },
    'MH-1996': { place: '启用出生医学证明', meaning: '全国统一的出生医学证明从一九九六年一月一日开始使用。' },
  },
  numbers: {},
}

/** How adoption is registered. */
export const adoptionMeasures: Instrument = {
  id: 'adoption-measures',
  title: '中国公民收养子女登记办法',
  number: '收养登记办法（2023）',
  inForceFrom: '1999-05-25',
  clauses: {
    'AR-4': {
      place: '第四条',
      meaning: '收养登记在福利机构、弃婴发现地或者送养人户口所在地的民政部门办理。',
    },
    'AR-6': { place: '第六条', meaning: '收养弃婴的要有公安机关的捡拾报案证明。' },
    'AR-8': {
      place: '第八条',
      meaning: '民政部门三十日内审查，弃婴登记前公告查找生父母，满六十日无人认领的视为查不到。',
    },
    'AR-9': { place: '第九条', meaning: '收养成立后，收养人凭收养登记证办理户口登记或者迁移。' },
  },
  numbers: {
    'foundling-notice': [{ value: 60, unit: 'day', from: '1999-05-25', clause: 'AR-8' }],
    'adoption-decision': [{ value: 30, unit: 'day', from: '1999-05-25', clause: 'AR-8' }],
  },
}
