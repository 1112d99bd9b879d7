import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { applicantMaterials } from '../certificate-applicant.ts'
import type { ReissueFacts } from './fields.ts'

/** What a reissue rests on, and who brings it. The station's own records prove the rest. */
export function materials(facts: ReissueFacts): Material[] {
  const application: Material = {
    id: 'application',
    name: facts.lossKind === 'lost' ? '补领申请（写明遗失经过）' : '换领申请',
    citation: 'WR-47',
    from: 'resident',
  }
  const sheet: Material = {
    id: 'original-sheet',
    name: '原户口迁移证',
    citation: 'WR-47',
    from: 'resident',
    note: '当场收回作废',
  }
  const issueRecord: Material = {
    id: 'issue-record',
    name: '原证签发登记或者存根',
    citation: 'ST-21',
    from: 'records',
  }
  const landingCheck: Material = {
    id: 'landing-check',
    name: '未在别处落户的核查',
    citation: 'WR-12',
    from: 'police',
    note: '由派出所查，不要群众开证明',
  }
  const inHand = facts.lossKind === 'expired' || facts.lossKind === 'damaged'
  return [application, ...applicantMaterials(facts), ...(inHand ? [sheet] : []), issueRecord, landingCheck]
}

/** What nobody may ask for here. */
export const forbidden = forbiddenFor('reissue')
