import type { BarredByFacts } from '../../policy/barred-by-facts.ts'
import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { SharedRecord } from '../../policy/shared-records.ts'
import type { Material } from '../case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import type { PermitApplicationFacts } from './fields.ts'

/** What an application rests on; what the police can look up is not asked for on paper. */
export function materials(facts: PermitApplicationFacts): Material[] {
  const registration: Material = {
    id: 'residence-registration',
    name: '居住登记',
    citation: 'WR-63',
    from: 'records',
    note: '由本所查登记日期',
  }
  const proof: Material = {
    id: 'ground-proof',
    name: '就业、住所或者就读的证明',
    citation: 'WR-66',
    from: facts.groundProof === 'shared' ? 'records' : 'resident',
    orElse: ['劳动合同、营业执照或者用工证明', '租赁、产权或者住宿证明', '学校证明', '共享数据'],
  }
  return [...personApplicantMaterials(facts), registration, proof]
}

export const forbidden = forbiddenFor('residence-permit')

/** What data sharing has already proven is not asked for on paper (公通字〔2021〕12号, clause 66). */
const provenBy: Readonly<Record<string, readonly SharedRecord[]>> = {
  job: ['employment', 'business-licence'],
  dwelling: ['lease', 'title'],
  study: ['study'],
}

export function barredBy({ ground, groundProof }: PermitApplicationFacts): BarredByFacts {
  return { topics: [], obtained: groundProof === 'shared' ? (provenBy[ground ?? ''] ?? []) : [] }
}
