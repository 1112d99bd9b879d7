import type { Instrument } from '../instrument.ts'

/** The 1958 regulations on household registration, still the statute. */
export const regulations1958: Instrument = {
  id: 'regulations-1958',
  title: '中华人民共和国户口登记条例',
  number: '户口登记条例（1958）',
  inForceFrom: '1958-01-09',
  clauses: {
    'HR-6': { place: '第六条', meaning: '公民在经常居住地登记为常住人口，只能在一个地方登记。' },
    'HR-8': { place: '第八条', meaning: '公民死亡的，由亲属等申报注销户口。' },
    'HR-10': { place: '第十条', meaning: '迁出户口管辖区的，迁出前申报，领取迁移证件，注销户口。' },
    'HR-13': { place: '第十三条', meaning: '到达迁入地后凭迁移证件申报迁入，迁移证件交回缴销。' },
  },
  numbers: {
    'declare-arrival-in-town': [{ value: 3, unit: 'day', from: '1958-01-09', clause: 'HR-13' }],
    'declare-arrival-in-the-country': [{ value: 10, unit: 'day', from: '1958-01-09', clause: 'HR-13' }],
  },
}

/** The ministry's notice of 1994 that brought in today's certificate and permit. */
export const notice1994: Instrument = {
  id: 'ministry-1994-certificate',
  title: '关于启用新的户口迁移证、户口准迁证的通知',
  number: '公安部1994年迁移证通知',
  inForceFrom: '1995-01-01',
  clauses: {
    'MC-1': {
      place: '式样和使用',
      meaning: '户口迁移证由迁出地户口登记机关签发，有效期限由签发机关填写，最长三十天。',
    },
    'MC-2': { place: '准迁证', meaning: '户口准迁证由迁入地签发，迁出地凭它办理迁出。' },
  },
  numbers: {
    'certificate-validity': [{ value: 30, unit: 'day', from: '1995-01-01', clause: 'MC-1' }],
    'permit-validity': [
      {
        value: 40,
        unit: 'day',
        from: '1995-01-01',
        clause: 'MC-2',
        unconfirmed: '四十天见于外地办事指南，正式文件尚未核实，只提示不拦截',
      },
    ],
    'persons-on-a-certificate': [{ value: 4, unit: 'person', from: '1995-01-01', clause: 'MC-1' }],
  },
}

/** The State Council office's opinion on people without hukou. */
export const stateCouncil2015No96: Instrument = {
  id: 'state-council-2015-96',
  title: '关于解决无户口人员登记户口问题的意见',
  number: '国办发〔2015〕96号',
  inForceFrom: '2015-12-31',
  clauses: {
    'SC96-0': { place: '总体要求', meaning: '不得设立任何妨碍无户口人员登记户口的前置条件。' },
    'SC96-6': {
      place: '二（六）',
      meaning:
        '迁移证件遗失或者超过期限没有落户的，补领后落户；不再符合迁入条件的，毕业生回原籍、其他人回迁出地恢复户口。',
    },
  },
  numbers: {},
}

/** The Region's one-stop moving service, which ended paper for moves inside the Region. */
export const regionPaperless2020: Instrument = {
  id: 'inner-mongolia-2020-one-stop',
  title: '内蒙古自治区内跨盟市户口迁移“一站式”办理',
  number: '自治区2020年“一站式”规定',
  inForceFrom: '2020-01-01',
  clauses: {
    'IM-2020': {
      place: '办理方式',
      meaning: '自治区内跨盟市迁移在迁入地网上流转办结，不再开具纸质迁移证件。',
    },
  },
  numbers: {
    'one-stop-without-investigation': [
      { value: 10, unit: 'working-day', from: '2020-01-01', clause: 'IM-2020' },
    ],
    'one-stop-with-investigation': [
      { value: 15, unit: 'working-day', from: '2020-01-01', clause: 'IM-2020' },
    ],
  },
}

/** Twelve departments on what a police station certifies and what it does not. */
export const stationCertificates2016: Instrument = {
  id: 'departments-2016-21',
  title: '关于改进和规范公安派出所出具证明工作的意见',
  number: '公通字〔2016〕21号',
  inForceFrom: '2016-08-01',
  clauses: {
    'ST-21': {
      place: '第一、二条',
      meaning: '户口簿、身份证和本所档案已经能证明的事项，不再要群众另开证明。',
    },
  },
  numbers: {},
}

/** The fee for booklets and migration certificates ended with 2012. */
export const feesAbolished2013: Instrument = {
  id: 'fees-abolished-2013',
  title: '取消户口簿、迁移证等证件工本费',
  number: '2013年取消工本费规定',
  inForceFrom: '2013-01-01',
  clauses: { 'FEE-2013': { place: '收费项目', meaning: '户口簿和户口迁移证不收工本费。' } },
  numbers: {},
}

/** The law on resident identity cards. */
export const identityCardLaw: Instrument = {
  id: 'identity-card-law',
  title: '中华人民共和国居民身份证法',
  number: '居民身份证法（2011）',
  inForceFrom: '2004-01-01',
  clauses: {
    'ID-14': { place: '第十四条', meaning: '办理户口事项时出示居民身份证证明身份。' },
  },
  numbers: {},
}

/** The Civil Code, for who may act for whom. */
export const civilCode: Instrument = {
  id: 'civil-code',
  title: '中华人民共和国民法典',
  number: '民法典',
  inForceFrom: '2021-01-01',
  clauses: {
    'CC-27': { place: '第二十七条、第二十八条', meaning: '未成年人和无行为能力的人由监护人代为办理。' },
    'CC-165': { place: '第一百六十五条', meaning: '委托别人办理要有写明事项和权限的委托书。' },
  },
  numbers: {},
}
