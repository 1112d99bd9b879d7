import type { Instrument } from '../instrument.ts'

const summaryOnly = '原文未见，按几个省的实施意见归纳'

/** The State Council office's opinion on people without hukou: eight kinds, each with its way. */
export const stateCouncil2015No96: Instrument = {
  id: 'state-council-2015-96',
  title: '关于解决无户口人员登记户口问题的意见',
  number: '国办发〔2015〕96号',
  inForceFrom: '2015-12-31',
  clauses: {
    'SC96-0': { place: '总体要求', meaning: '不得设立任何妨碍无户口人员登记户口的前置条件。' },
    'SC96-1': {
      place: '二（一）',
      meaning: '政策外生育和非婚生育的，凭出生医学证明、父母一方户口簿、结婚证或者非婚生育说明随父随母登记。',
    },
    'SC96-2': {
      place: '二（二）',
      meaning: '没有出生医学证明的先去补领，在助产机构外出生的凭亲子鉴定补领，再登记户口。',
    },
    'SC96-3': {
      place: '二（三）',
      meaning: '事实收养的办收养登记，一九九九年四月一日以前的可以公证，凭证登记户口。',
    },
    'SC96-4': {
      place: '二（四）',
      meaning: '被宣告失踪或者死亡后重新出现的，凭撤销判决书恢复户口。',
      unconfirmed: summaryOnly,
    },
    'SC96-5': {
      place: '二（五）',
      meaning: '农村妇女因婚嫁被注销户口的，查明没有在别处落户的，在原籍恢复，再按规定迁移。',
      unconfirmed: summaryOnly,
    },
    'SC96-6': {
      place: '二（六）',
      meaning:
        '迁移证件遗失或者超过期限没有落户的，补领后落户；不再符合迁入条件的，毕业生回原籍、其他人回迁出地恢复户口。',
    },
    'SC96-7': {
      place: '二（七）',
      meaning:
        '中国公民与外国人、无国籍人非婚生育又没有别国国籍的，凭出生医学证明、非婚生育说明和中国一方户口簿登记。',
      unconfirmed: summaryOnly,
    },
    'SC96-8': {
      place: '二（八）',
      meaning: '其他原因没有户口的，由本人或者承担监护职责的人和单位申请，查实后登记。',
      unconfirmed: summaryOnly,
    },
  },
  numbers: {},
}

/** The State Council's opinion that began the reform. */
export const stateCouncil2014No25: Instrument = {
  id: 'state-council-2014-25',
  title: '国务院关于进一步推进户籍制度改革的意见',
  number: '国发〔2014〕25号',
  inForceFrom: '2014-07-24',
  clauses: {
    SC25: {
      place: '总则',
      meaning: '统一为居民户口，放开建制镇和小城市落户，不以退出农村权益为条件。',
      unconfirmed: '原文未见，依市里意见的引用',
    },
  },
  numbers: {},
}

/** One licence instead of three, which took the tax certificate into the business licence. */
export const stateCouncil2015No50: Instrument = {
  id: 'state-council-2015-50',
  title: '关于加快推进“三证合一”登记制度改革的意见',
  number: '国办发〔2015〕50号',
  inForceFrom: '2015-10-01',
  clauses: {
    'OL-50': {
      place: '总体要求',
      meaning: '营业执照上有统一社会信用代码的，不再另发税务登记证。',
      unconfirmed: '文号和施行日期凭记忆，待核',
    },
  },
  numbers: {},
}

/** The residence-permit regulations. */
export const residencePermitRegulations: Instrument = {
  id: 'residence-permit-regulations',
  title: '居住证暂行条例',
  number: '居住证暂行条例（国务院令第663号）',
  inForceFrom: '2016-01-01',
  clauses: {
    'RP-2': {
      place: '第二条',
      meaning: '到其他城市居住半年以上，有稳定就业、稳定住所、连续就读之一的可以申领。',
    },
    'RP-3': { place: '第三条', meaning: '居住证是享受基本公共服务和便利、申请落户的证明。' },
    'RP-4': { place: '第四条', meaning: '居住证登载的项目只有十项，不登别的。' },
    'RP-8': { place: '第八条', meaning: '公安机关负责居住证受理、制作、发放和签注。' },
    'RP-9': {
      place: '第九条',
      meaning: '交身份证、相片和住址、就业或者就读证明，缺的一次说清，十五日内发放，最长三十日。',
    },
    'RP-10': {
      place: '第十条',
      meaning: '旗县区公安机关签发，每年签注一次，逾期中止使用，补办后年限重新起算。',
    },
    'RP-11': { place: '第十一条', meaning: '损坏或者丢失的到居住地换领、补领，换领交回原证。' },
    'RP-12': { place: '第十二条', meaning: '持证人享有就业、社会保险、公积金的权利和六项基本公共服务。' },
    'RP-13': { place: '第十三条', meaning: '持证人在居住地享有七项办事便利。' },
    'RP-15': { place: '第十五条', meaning: '符合落户条件的持证人可以自愿把户口迁来。' },
    'RP-17': { place: '第十七条', meaning: '工作人员对持证人的信息保密。' },
    'RP-18': { place: '第十八条', meaning: '用假材料骗领、出租出借、扣押居住证的，由公安机关处罚。' },
    'RP-20': { place: '第二十条', meaning: '符合条件拒不受理、违规收费、泄露信息的工作人员受处分。' },
    'RP-21': { place: '第二十一条', meaning: '首次申领和签注不收费，换领、补领收工本费。' },
  },
  numbers: {
    'residence-permit-half-year': [{ value: 6, unit: 'month', from: '2016-01-01', clause: 'RP-2' }],
    'residence-permit-endorsed-every': [{ value: 1, unit: 'year', from: '2016-01-01', clause: 'RP-10' }],
    'residence-permit-endorsement': [{ value: 1, unit: 'month', from: '2016-01-01', clause: 'RP-10' }],
    'residence-permit-card': [{ value: 15, unit: 'day', from: '2016-01-01', clause: 'RP-9' }],
    'residence-permit-card-extended': [{ value: 30, unit: 'day', from: '2016-01-01', clause: 'RP-9' }],
    'residence-permit-agent-age': [{ value: 16, unit: 'year', from: '2016-01-01', clause: 'RP-9' }],
  },
}
