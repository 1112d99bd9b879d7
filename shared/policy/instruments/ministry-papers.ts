import type { Instrument } from '../instrument.ts'

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
    'MC-3': {
      place: '准迁证三联',
      meaning: '准迁证分三联：一联存根，二联给迁出地，三联带回迁入地。',
      unconfirmed: '三联和四十天见于外地办事指南，待核',
    },
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
    'persons-on-a-permit': [
      {
        value: 4,
        unit: 'person',
        from: '1995-01-01',
        clause: 'MC-2',
        unconfirmed: '照户口迁移证的四栏，准迁证实物待核',
      },
    ],
  },
}

/** The ministry's notice of 1995 on the resident registration form and the household booklet. */
export const forms1995: Instrument = {
  id: 'ministry-1995-91',
  title: '关于启用新的常住人口登记表和居民户口簿有关事项的通知',
  number: '公通字〔1995〕91号',
  inForceFrom: '1996-07-01',
  clauses: {
    'BF-1': { place: '一', meaning: '登记表和户口簿盖户口专用章后能证明身份和家庭成员关系。' },
    'BF-2': { place: '填写说明', meaning: '登记表由户口登记机关填写，内容真实，不得涂改。' },
    'BF-3': { place: '变更更正', meaning: '变更和更正记在登记表和户口簿的变更栏，写明日期并盖章。' },
  },
  numbers: {},
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
    'ST-21-9': {
      place: '身份证件能证明的九类',
      meaning: '姓名、曾用名、性别、号码、民族、出生日期、出生地、籍贯、户籍地址，派出所不另开证明。',
    },
    'ST-21-5': {
      place: '户口簿能证明的五类',
      meaning: '迁移、住址变动、变更更正、注销、同户亲属关系，派出所不另开证明。',
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

/** Names of minorities: one interpunct, fields long enough. */
export const interpunct2016: Instrument = {
  id: 'ethnic-affairs-2016-33',
  title: '关于在政府管理和社会公共服务信息系统中统一姓名采集应用规范的通知',
  number: '民委发〔2016〕33号',
  inForceFrom: '2016-01-01',
  clauses: {
    'IP-33': {
      place: '姓名采集规范',
      meaning: '间隔号统一为一种圆点，姓名栏至少容纳二十五个汉字，系统支持全部国标汉字。',
    },
  },
  numbers: {},
}

/** The standard of the citizen's number. */
export const citizenNumberStandard: Instrument = {
  id: 'gb-11643',
  title: '公民身份号码',
  number: 'GB 11643—1999',
  inForceFrom: '1999-07-01',
  clauses: {
    'GB-11643': {
      place: '号码结构',
      meaning: '十八位：六位首次登记地、八位出生日期、三位顺序码（男单女双）、一位校验码。',
    },
  },
  numbers: {},
}

/** How the ethnic group of a citizen is registered. */
export const ethnicGroupMeasures: Instrument = {
  id: 'ethnic-group-measures',
  title: '中国公民民族成份登记管理办法',
  number: '国家民委、公安部令第2号',
  inForceFrom: '2016-01-01',
  clauses: {
    'EG-5': { place: '第五条', meaning: '民族成份只能按父亲或者母亲的民族确认。' },
    'EG-6': { place: '第六条', meaning: '父母民族不同的，由父母共同签字为新生儿选定。' },
    'EG-7': {
      place: '第七条',
      meaning: '未成年人因父母婚姻变化、收养等可以申请变更一次，成年的在二十周岁以前由本人申请一次。',
      unconfirmed: '条文凭记忆写下，待核对原文。',
    },
    'EG-11': {
      place: '第十一条',
      meaning: '变更民族成份先由民族事务部门审批，公安机关凭审批意见十五个工作日内变更登记。',
    },
  },
  numbers: {
    'ethnic-group-change-age': [{ value: 20, unit: 'year', from: '2016-01-01', clause: 'EG-7' }],
    'ethnic-group-change': [{ value: 15, unit: 'working-day', from: '2016-01-01', clause: 'EG-11' }],
  },
}
