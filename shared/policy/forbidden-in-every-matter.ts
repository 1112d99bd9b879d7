import type { ForbiddenDemand } from './forbidden-demand.ts'

/** Giving up: what no paper about land may be asked for. A land contract as proof of who somebody is gives up nothing. */
const givingUp = ['退出', '放弃', '交回', '上交', '收回', '退还', '退回', '腾退', '让出', '交出']
const ruralRights = [
  '土地',
  '耕地',
  '草场',
  '草牧场',
  '草原',
  '林地',
  '宅基地',
  '承包地',
  '承包权',
  '承包经营权',
  '集体收益',
  '收益分配',
  '集体股权',
  '集体股份',
  '集体经济组织成员',
]

const land: readonly ForbiddenDemand[] = [
  {
    id: 'land-rights',
    name: '退出土地、草场、林地、宅基地或者集体收益权的材料',
    words: [
      '退地',
      '退草场',
      '退林地',
      '退宅基地',
      '三权退出',
      '退出三权',
      '放弃三权',
      '注销承包',
      '注销宅基地',
      '注销土地',
    ],
    together: [givingUp, ruralRights],
    citation: 'CF-4.1',
    because: '土地和集体权益与户口无关，不得作为条件。',
  },
  {
    id: 'forced-settlement',
    name: '以移民、整治、流转的名义集体落户的材料',
    words: [
      '生态移民',
      '扶贫移民',
      '移民搬迁',
      '土地整治',
      '土地集中整治',
      '土地流转',
      '土地集中流转',
      '草场流转',
      '撤村并居',
      '整村搬迁',
      '集体落户名单',
    ],
    unless: ['生态移民安置', '扶贫移民安置', '移民搬迁安置'],
    citation: 'CF-4.1',
    because: '落户由本人自愿，不得借这些名义强迫落户。',
  },
]

/** What only a police station can certify and no booklet shows: a foundling reported, a death that was not natural. */
const papersOnlyTheStationWrites = ['出具', '开具', '出具的', '开具的'].flatMap((writes) =>
  ['捡拾', '弃婴', '报案', '非正常死亡', '死亡'].map((subject) => `派出所${writes}${subject}`),
)

const certificatesOfTheStation: readonly ForbiddenDemand[] = [
  {
    id: 'own-records',
    name: '身份证件已经能证明的事项的证明',
    words: [
      '户籍证明',
      '户口证明',
      '户籍地址证明',
      '户口所在地证明',
      '身份证号码证明',
      '身份号码证明',
      '身份证号证明',
      '号码升位证明',
      '升位证明',
      '15位升18位',
      '曾用名证明',
      '姓名证明',
      '性别证明',
      '民族证明',
      '出生日期证明',
      '年龄证明',
      '出生地证明',
      '籍贯证明',
      '派出所证明',
      '派出所开具',
      '派出所出具',
    ],
    unless: papersOnlyTheStationWrites,
    citation: 'ST-21',
    because: '户口簿、身份证和本所档案已经能证明，由本所自己查。',
  },
  {
    id: 'booklet-records',
    name: '户口簿已经能证明的变动和同户关系的证明',
    words: [
      '户口迁移证明',
      '户籍迁移证明',
      '迁移情况证明',
      '迁移记录证明',
      '住址变动证明',
      '住址变更证明',
      '地址变更证明',
      '地址变动证明',
      '户口变更证明',
      '户口项目变更证明',
      '户口更正证明',
      '变更更正证明',
      '户口注销证明',
      '户籍注销证明',
      '同户亲属关系证明',
      '同户关系证明',
      '户内关系证明',
    ],
    citation: 'ST-21-5',
    because: '户口簿和本所档案上有记载，由本所自己查。',
  },
  {
    id: 'shared-data',
    name: '已经通过数据共享取得的材料',
    words: [],
    kind: 'shared-data',
    citation: 'WR-12',
    because: '系统里已经查到，不再要原件或者复印件。',
  },
]

/** What nobody may ask for in any matter. */
export const demandsOfEveryMatter: readonly ForbiddenDemand[] = [
  ...land,
  {
    id: 'fee',
    name: '工本费或者其他费用',
    words: ['工本费', '手续费', '缴费', '交费', '收费', '收据', '服务费', '加急费', '押金', '保证金'],
    unless: [
      '水费缴费',
      '电费缴费',
      '水电缴费',
      '燃气缴费',
      '物业费收据',
      '购房收据',
      '房款收据',
      '房租收据',
    ],
    citation: 'FEE-2013',
    because: '户口簿和迁移证件不收费。',
  },
  ...certificatesOfTheStation,
  {
    id: 'religion',
    name: '宗教信仰',
    words: ['宗教信仰', '信教', '信仰情况', '信仰证明', '信仰声明', '无神论'],
    citation: 'WR-56',
    because: '宗教信仰由本人决定登不登记，可以空着。',
  },
]
