import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { SettlementFacts } from './fields.ts'

const booklet: Material = {
  id: 'household-booklet',
  name: '居民户口簿',
  citation: 'CF-2.1.1',
  from: 'resident',
  note: '随迁的人的一并带来',
}

/** What the chosen grounds rest on; of several proofs of one thing any one does. */
export function materials(facts: SettlementFacts): Material[] {
  return [...personApplicantMaterials(facts), booklet, ...ofTheGrounds(facts), ...ofTheDwelling(facts)]
}

function ofTheGrounds({ joinsKin, purchase, business, talent, ruralMigrant }: SettlementFacts): Material[] {
  const found: Material[] = []
  if (joinsKin) {
    found.push({
      id: 'kinship',
      name: '亲属关系材料',
      citation: 'CF-2.1.1(1)',
      from: 'resident',
      note: '同一户口簿上有记载的不用',
      orElse: ['户口簿', '结婚证', '出生医学证明'],
    })
  }
  if (purchase && purchase !== 'none') {
    found.push({
      id: 'title',
      name: '取得住房的材料',
      citation: 'CF-2.1.1(2)',
      from: 'resident',
      orElse: ['房产证、不动产权证', '购房合同和正式发票', '受赠、继承的法律文书'],
    })
  }
  if (business) {
    found.push({
      id: 'licence',
      name: '营业执照',
      citation: 'CF-2.1.1(3)',
      from: 'resident',
      note: '没有统一社会信用代码的，另带税务登记证',
    })
  }
  if (talent && talent !== 'none') {
    found.push({
      id: 'talent-proof',
      name: '人才一类的材料',
      citation: 'CF-2.1.1(4)b',
      from: 'resident',
      orElse: ['毕业证书', '技术等级或者职业资格证书', '调令', '单位证明', '录取或者入伍材料'],
    })
  }
  if (ruralMigrant) {
    found.push({
      id: 'residence-record',
      name: '居住、就业或者举家迁来的情况',
      citation: 'CF-2.1.2',
      from: 'resident',
      orElse: ['居住登记', '居住证', '社区说明', '本人说明'],
    })
  }
  return found
}

function ofTheDwelling({ housing }: SettlementFacts): Material[] {
  if (housing !== 'lease') return []
  return [
    {
      id: 'registered-lease',
      name: '房屋租赁登记备案',
      citation: 'CF-2.1.1-H',
      from: 'resident',
      note: '能共享查到的不用带',
    },
  ]
}

export const forbidden = forbiddenFor('settlement', 'joining-kin', 'purchase', 'business', 'talent', 'stock')
