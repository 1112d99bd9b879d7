import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { PermitReissueFacts } from './fields.ts'

/** What replacing a permit rests on, and who brings it. */
export function materials(facts: PermitReissueFacts): Material[] {
  const application: Material = {
    id: 'application',
    name: facts.lossKind === 'lost' ? '补领申请（写明遗失经过）' : '换领申请',
    citation: 'WR-47',
    from: 'resident',
  }
  const leaf = facts.leafLeft === 'second' || facts.leafLeft === 'third'
  const inHand = facts.lossKind === 'expired' || facts.lossKind === 'damaged'
  const sheet: Material = {
    id: 'original-sheet',
    name: inHand ? '原准予迁入证明（第二联、第三联）' : '原准予迁入证明剩下的一联',
    citation: 'WR-47',
    from: 'resident',
    note: '当场收回作废',
  }
  const counterfoil: Material = {
    id: 'issue-record',
    name: '原证签发登记或者存根（第一联）',
    citation: 'ST-21',
    from: 'records',
  }
  const check: Material = {
    id: 'move-out-check',
    name: '迁出地没有办迁出的核查结果',
    citation: 'WR-12',
    from: 'police',
    note: '由民警去问，不要群众开证明',
  }
  return [
    application,
    ...personApplicantMaterials(facts),
    ...(inHand || leaf ? [sheet] : []),
    counterfoil,
    check,
  ]
}

export const forbidden = forbiddenFor('reissue')
