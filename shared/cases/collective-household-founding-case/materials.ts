import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { CollectiveFoundingFacts } from './fields.ts'

const own: readonly Material[] = [
  { id: 'application', name: '设立集体户申请（盖单位章）', citation: 'WR-18', from: 'resident' },
  {
    id: 'unit-licence',
    name: '营业执照或者法人证书',
    citation: 'WR-18',
    from: 'resident',
    note: '看原件，不收复印件',
    orElse: ['社区居民委员会的特别法人证书'],
  },
  {
    id: 'dwelling-proof',
    name: '集体宿舍或者办公用房的证明',
    citation: 'WR-14',
    from: 'resident',
    orElse: ['产权证', '租赁合同', '上级拨用的文件', '单位的说明'],
  },
  { id: 'steward-letter', name: '指定户主和协管员的文件', citation: 'WR-15', from: 'resident' },
]

export function materials(facts: CollectiveFoundingFacts): Material[] {
  return [...own, ...personApplicantMaterials(facts)]
}

export const forbidden = forbiddenFor()
