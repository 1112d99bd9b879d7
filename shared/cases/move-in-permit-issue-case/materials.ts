import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { PermitIssueFacts } from './fields.ts'

type Ground = NonNullable<PermitIssueFacts['settlementGround']>

const booklets: Material = {
  id: 'household-booklets',
  name: '迁移人的居民户口簿和居民身份证',
  citation: 'WR-43',
  from: 'resident',
}

const ownBooklet: Material = {
  id: 'own-register',
  name: '申请人的常住人口登记',
  citation: 'ST-21',
  from: 'records',
  note: '由本所自己查',
}

const proofs: Readonly<Record<Ground, Material>> = {
  kin: {
    id: 'kinship',
    name: '结婚证',
    citation: 'CF-2.1.1(1)',
    from: 'resident',
    note: '能证明亲属关系的一种就行，户口簿上有记载的不用另外带',
    orElse: ['出生医学证明', '居民户口簿', '其他亲属关系材料'],
  },
  purchase: {
    id: 'housing',
    name: '购房合同和正式发票',
    citation: 'CF-2.1.1(2)',
    from: 'resident',
    orElse: ['不动产权证书'],
  },
  business: { id: 'licence', name: '营业执照', citation: 'CF-2.1.1(3)', from: 'resident' },
  talent: {
    id: 'talent',
    name: '学历、技能证书',
    citation: 'CF-2.1.1(4)b',
    from: 'resident',
    orElse: ['调入或者录用文件', '单位证明'],
  },
  stock: {
    id: 'residence',
    name: '在城镇居住的材料',
    citation: 'CF-2.1.2',
    from: 'resident',
    orElse: ['居住证', '社区的居住登记'],
  },
  collective: { id: 'collective', name: '集体户单位同意接收的材料', citation: 'CF-2.2', from: 'resident' },
  other: { id: 'other-proof', name: '能说明理由的材料', citation: 'WR-39', from: 'resident' },
}

const approvedCase: Material = {
  id: 'settlement-case',
  name: '已经批准的落户案件',
  citation: 'WR-12',
  from: 'records',
  note: '材料在那个案件里，不再收一遍',
}

/** What the permit rests on; an approved settlement case has its proofs already. */
export function materials(facts: PermitIssueFacts): Material[] {
  const { settlementGround, settlementCase } = facts
  const proof = settlementGround ? [proofs[settlementGround]] : []
  return [
    ...personApplicantMaterials(facts),
    ownBooklet,
    booklets,
    ...(settlementCase ? [approvedCase] : proof),
  ]
}

export const forbidden = forbiddenFor('settlement')
