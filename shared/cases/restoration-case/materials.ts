import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { policeMaterials } from '../police-checks.ts'
import type { RestorationFacts } from './fields.ts'

/** What a restoration rests on. Whether somebody is registered elsewhere is for the police to find out. */
export function materials(facts: RestorationFacts): Material[] {
  const application: Material = {
    id: 'application',
    name: '恢复户口申请书',
    citation: 'CF-2.3-R',
    from: 'resident',
  }
  return [
    application,
    ...personApplicantMaterials(facts),
    identityOf(facts),
    ...ofTheCause(facts),
    policeMaterials.elsewhere,
    policeMaterials.comparison,
    policeMaterials.interviews,
  ]
}

function identityOf({ basis }: RestorationFacts): Material {
  if (basis !== 'no-record') {
    return {
      id: 'old-record',
      name: '原户口登记和注销记载',
      citation: 'WR-12',
      from: 'records',
      note: '由本所自己查',
    }
  }
  return {
    id: 'identity-evidence',
    name: '身份材料',
    citation: 'SC96-8',
    from: 'resident',
    orElse: ['旧身份证、旧户口簿', '学籍或者人事档案', '承包合同', '亲属户口簿', '两名知情人'],
  }
}

function ofTheCause({ cause, place }: RestorationFacts): Material[] {
  const found: Material[] = []
  if (cause === 'declared-dead' || cause === 'declared-missing') {
    found.push({
      id: 'judgment',
      name: '撤销宣告死亡（失踪）的判决书',
      citation: 'WR-38',
      from: 'resident',
    })
  }
  if (place === 'kin') {
    found.push({
      id: 'head-consent',
      name: '户主同意的签名',
      citation: 'WR-46',
      from: 'resident',
    })
  }
  return found
}

export const forbidden = forbiddenFor('restoration')
