import { alwaysForbidden } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { applicantMaterials } from '../certificate-applicant.ts'
import type { LandingFacts } from './fields.ts'

/** What somebody brings who arrives with a certificate. */
export function materials(facts: LandingFacts): Material[] {
  const certificate: Material = {
    id: 'migration-certificate',
    name: '户口迁移证',
    citation: 'HR-13',
    from: 'resident',
    note: '落户后收回缴销',
  }
  const booklet: Material = {
    id: 'household-booklet',
    name: '落户那一户的居民户口簿',
    citation: 'HR-6',
    from: 'resident',
  }
  const deathProof: Material = {
    id: 'death-proof',
    name: '死亡医学证明',
    citation: 'WR-31',
    from: 'resident',
    orElse: ['火化证明', '居（村）委会的死亡证明'],
  }
  const check: Material = { id: 'certificate-check', name: '迁移证核验', citation: 'WR-12', from: 'police' }
  return [
    certificate,
    ...(facts.household === 'existing' ? [booklet] : []),
    ...applicantMaterials(facts),
    ...(facts.deaths?.length ? [deathProof] : []),
    check,
  ]
}

export const forbidden = alwaysForbidden
