import { alwaysForbidden } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { applicantMaterials } from '../certificate-applicant.ts'
import type { IssueFacts } from './fields.ts'

/** What people bring who move out of the Region. */
export function materials(facts: IssueFacts): Material[] {
  const booklet: Material = {
    id: 'household-booklet',
    name: '居民户口簿',
    citation: 'HR-10',
    from: 'resident',
  }
  const permit: Material = {
    id: 'move-in-permit',
    name: '准予迁入证明（迁出地联）',
    citation: 'WR-43',
    from: 'resident',
  }
  const admission: Material = {
    id: 'admission-letter',
    name: '录取通知书',
    citation: 'WR-41',
    from: 'resident',
  }
  const ground = facts.permitGround === 'student' ? admission : permit
  const register: Material = {
    id: 'register',
    name: '常住人口登记',
    citation: 'ST-21',
    from: 'records',
    note: '由本所自己查',
  }
  return [booklet, ground, ...applicantMaterials(facts), register]
}

export const forbidden = alwaysForbidden
