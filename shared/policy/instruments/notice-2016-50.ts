import type { Instrument } from '../instrument.ts'

/** The city's notice on household-registration reform, the source of the mission. */
export const notice2016No50: Instrument = {
  id: 'chifeng-2016-50',
  title: '赤峰市人民政府关于进一步推进户籍制度改革的实施意见',
  number: '赤政发〔2016〕50号',
  inForceFrom: '2016-01-01',
  clauses: {
    'CF-2.3-M': {
      place: '二（三）',
      meaning: '户口迁移证件丢了，由当初签发的公安机关照原来的内容补一份，并写明是补发。',
    },
    'CF-2.3-R': {
      place: '二（三）',
      meaning: '本市公民因长期外出被注销户口，查明没有在别处落户的，恢复户口。',
    },
    'CF-2.1.1': {
      place: '二（一）1',
      meaning: '中心城区和建制镇放开落户，本人和共同居住的近亲属可以一并申请。',
    },
    'CF-3.1': { place: '三（一）', meaning: '不再区分农业与非农业户口，统一为居民户口。' },
    'CF-4.1': {
      place: '四（一）',
      meaning: '不得把退出土地、草场、林地、宅基地或者集体收益权当作落户条件。',
    },
  },
  numbers: {},
}
