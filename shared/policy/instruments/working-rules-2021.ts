import type { Instrument } from '../instrument.ts'

/** The ministry's working rules on household registration and identity cards, for trial use since October 2021. */
export const workingRules2021: Instrument = {
  id: 'ministry-2021-12',
  title: '户口居民身份证管理工作规范（试行）',
  number: '公通字〔2021〕12号',
  inForceFrom: '2021-10-01',
  clauses: {
    'WR-3': { place: '第三条', meaning: '一个人只在一个地方登记常住户口。' },
    'WR-7': { place: '第七条', meaning: '辅警只协助受理、采集和归档，决定由民警作出。' },
    'WR-8': { place: '第八条', meaning: '首位接待的人负责到底，不属本处的要告知去哪里办。' },
    'WR-9': { place: '第九条', meaning: '恢复、补录等事项要先做比对，有疑问的走访并留笔录。' },
    'WR-12': { place: '第十二条', meaning: '能从系统查到或共享取得的材料，不再要求群众提交。' },
    'WR-32': { place: '第三十二条', meaning: '迁移途中死亡的，由迁入地同时办理迁入和死亡登记。' },
    'WR-40': { place: '第四十条', meaning: '户口迁移证件包括准予迁入证明和户口迁移证。' },
    'WR-41': { place: '第四十一条', meaning: '大中专学生凭录取材料迁移，不需要准予迁入证明。' },
    'WR-42': { place: '第四十二条', meaning: '迁出本地市的才使用户口迁移证。' },
    'WR-43': { place: '第四十三条', meaning: '跨省迁移凭准予迁入证明签发户口迁移证，再到迁入地落户。' },
    'WR-47': { place: '第四十七条', meaning: '迁移证件遗失或者超过有效期限，由签发机关补发或者换发。' },
  },
  numbers: {},
}
