import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import type { Material } from '../case-type.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, pages, type CancellationFacts } from './fields.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

function materials(facts: CancellationFacts): Material[] {
  const death: Material = {
    id: 'death-proof',
    name: '死亡医学证明',
    citation: 'WR-31',
    from: 'resident',
    orElse: ['宣告死亡的判决书', '居（村）委会的证明（在家死亡的）', '火化证明', '本所查实的记录'],
  }
  const approval: Material = {
    id: 'approval',
    name: '出国定居、入籍、入伍的批准文件或者通知书',
    citation: 'WR-36',
    from: 'resident',
  }
  const landed: Material = {
    id: 'landing-notice',
    name: '迁入地的落户通知',
    citation: 'WR-45',
    from: 'records',
    note: '由本所从网上查',
  }
  const { cause } = facts
  const isDeath = cause === undefined || cause === 'death' || cause === 'declared-dead'
  const own = isDeath ? death : cause === 'moved-out' ? landed : approval
  return [
    { id: 'booklet', name: '居民户口簿', citation: 'WR-34', from: 'resident' },
    {
      id: 'cancelled-identity-card',
      name: '被注销人的身份证（交回）',
      citation: 'WR-34',
      from: 'resident',
      note: '找不到的写明，不影响办理',
    },
    own,
    ...personApplicantMaterials(facts),
  ]
}

/** 注销户口 (户口登记条例, clauses 8 and 10; 公通字〔2021〕12号, clauses 31 to 38). */
export const cancellation = defineCaseType<CancellationFacts>({
  id: 'cancellation',
  name: '注销户口',
  group: 'register',
  summary: '死亡、迁走、出国定居、入伍的注销户口，出具注销证明；户主注销的同时定新户主。',
  keywords: ['注销', '死亡', '去世', '销户', '出国', '入伍', 'zx', 'sw', 'xh'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline: stationDecision,
  decidedBy,
  examples,
  subject: ({ person }) => person?.name ?? '',
  holder: ({ person }) => ({ name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }),
  rightOffice: () => '户口所在地派出所',
})
