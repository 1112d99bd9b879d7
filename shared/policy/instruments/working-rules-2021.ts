import type { Clauses, Instrument } from '../instrument.ts'
import { moveAndItemClauses } from './working-rules-2021-moves-and-items.ts'
import { permitAndRecordClauses } from './working-rules-2021-permits-and-records.ts'
import { registrationClauses } from './working-rules-2021-registration.ts'

/** Chapter one: who acts, and how carefully. */
const generalClauses: Clauses = {
  'WR-3': { place: '第三条', meaning: '一个人只在一个地方登记常住户口。' },
  'WR-4': {
    place: '第四条',
    meaning: '首次登记户口时按国家标准编制公民身份号码，每人一个，终身不变。',
  },
  'WR-7': { place: '第七条', meaning: '辅警只协助受理、采集和归档，决定由民警作出。' },
  'WR-8': { place: '第八条', meaning: '首位接待的人负责到底，不属本处的要告知去哪里办。' },
  'WR-9': {
    place: '第九条',
    meaning:
      '补录和更正出生日期由旗县区审核、市局审批；补录、恢复、改姓名性别号码等要做人像指纹比对，有疑问的走访并留笔录。',
  },
  'WR-10': { place: '第十条', meaning: '拓宽受理渠道，缩短办理时间，方便群众。' },
  'WR-12': { place: '第十二条', meaning: '能从系统查到或共享取得的材料，不再要求群众提交。' },
  'WR-13': { place: '第十三条', meaning: '户口档案按规定的期限保管、转递、保密和查阅。' },
}

/** The ministry's working rules on household registration and identity cards, for trial use since October 2021. */
export const workingRules2021: Instrument = {
  id: 'ministry-2021-12',
  title: '户口居民身份证管理工作规范（试行）',
  number: '公通字〔2021〕12号',
  inForceFrom: '2021-10-01',
  clauses: {
    ...generalClauses,
    ...registrationClauses,
    ...moveAndItemClauses,
    ...permitAndRecordClauses,
  },
  numbers: {
    'death-declaration': [{ value: 1, unit: 'month', from: '2021-10-01', clause: 'WR-31' }],
    'identity-card-age': [{ value: 16, unit: 'year', from: '2021-10-01', clause: 'WR-74' }],
    'first-identity-card': [{ value: 3, unit: 'month', from: '2021-10-01', clause: 'WR-74' }],
    'identity-card-delivery': [{ value: 45, unit: 'day', from: '2021-10-01', clause: 'WR-80' }],
    'identity-card-delivery-remote': [{ value: 30, unit: 'day', from: '2021-10-01', clause: 'WR-80' }],
  },
}
