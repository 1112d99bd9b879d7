import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import type { Material } from '../case-type.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type FoundingFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

function peopleKeys({ form }: CaseFile): string[] {
  const { head, members = [] } = form as FoundingFacts
  return [head, ...members.map(({ member }) => member)].flatMap((person) =>
    person?.personId ? [residentKey(person.personId)] : [],
  )
}

function materials(facts: FoundingFacts): Material[] {
  const dwelling: Material = {
    id: 'dwelling-proof',
    name: '住处的证明',
    citation: 'WR-16',
    from: 'resident',
    note: '共享能查到的不用带',
    orElse: ['不动产权证书', '宅基地使用权证', '购房合同', '公租房合同', '备案的租赁合同'],
  }
  const split: Material = {
    id: 'split-proof',
    name: '结婚证、离婚证或者房屋分割的证明',
    citation: 'WR-17',
    from: 'resident',
  }
  const former: Material = {
    id: 'former-owner-informed',
    name: '告知原房主的记录',
    citation: 'WR-46',
    from: 'police',
  }
  return [
    { id: 'booklets', name: '各人现在的居民户口簿', citation: 'HR-19', from: 'resident' },
    ...(facts.act === 'merge' ? [] : [dwelling]),
    ...(facts.act === 'split' ? [split] : []),
    ...(facts.formerOwnersThere ? [former] : []),
    ...personApplicantMaterials(facts),
  ]
}

/** 立户、分户、并户 (户口登记条例, clauses 5 and 19; 公通字〔2021〕12号, clauses 14 to 17 and 46). */
export const householdFounding = defineCaseType<FoundingFacts>({
  id: 'household-founding',
  name: '立户、分户、并户',
  group: 'register',
  summary: '有了住处立一户；结婚、离婚、分房的分户；并到一起的并户。买的房上有原房主的也在这里办。',
  keywords: ['立户', '分户', '并户', '原房主', '二手房', 'lh', 'fh', 'bh'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: registerPapers(peopleKeys, {
    headName: ({ form }) => (form as FoundingFacts).head?.name ?? '',
  }),
  deadline: stationDecision,
  decidedBy,
  examples,
  subject: ({ head, household }) => head?.name ?? household?.number ?? '',
  holder: ({ head }) => ({ name: head?.name ?? '申请人', citizenId: head?.citizenId ?? '' }),
  rightOffice: ({ address }) => `${address?.regionName ?? '住址所在地'}派出所`,
})
