import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import type { Material } from '../case-type.ts'
import { cityDecision, countyDecision, stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { policeMaterials } from '../police-checks.ts'
import { registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { changesIdentity, fields, pages, type CorrectionFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

const personKeys = ({ form }: CaseFile) => {
  const { person } = form as CorrectionFacts
  return person?.personId ? [residentKey(person.personId)] : []
}

function materials(facts: CorrectionFacts): Material[] {
  const application: Material = {
    id: 'application',
    name: '变更更正申请书',
    citation: 'WR-53',
    from: 'resident',
    note: '写明理由，窗口有空白的',
  }
  const booklet: Material = { id: 'booklet', name: '居民户口簿', citation: 'HR-17', from: 'resident' }
  const originals: Material = {
    id: 'originals',
    name: '原始底册和档案',
    citation: 'WR-57',
    from: 'records',
    note: '由本所查',
  }
  const hospital: Material = {
    id: 'sex-certificate',
    name: '三级医院的鉴定证明',
    citation: 'WR-54',
    from: 'resident',
    orElse: ['有资格的司法鉴定机构的证明', '登记错了的，原始材料'],
  }
  const ethnic: Material = {
    id: 'ethnic-approval',
    name: '民族事务部门的审批意见',
    citation: 'EG-11',
    from: 'resident',
  }
  return [
    application,
    booklet,
    ...personApplicantMaterials(facts),
    ...(facts.item === 'sex' ? [hospital] : []),
    ...(facts.item === 'ethnicGroup' ? [ethnic] : []),
    originals,
    ...(changesIdentity(facts) ? [policeMaterials.comparison] : []),
    ...(facts.item === 'birthDate' ? [policeMaterials.interviews] : []),
  ]
}

/** 变更更正: an item with its reason, before and after (户口登记条例, clauses 17 and 18; 公通字〔2021〕12号, 48 to 57). */
export const itemCorrection = defineCaseType<CorrectionFacts>({
  id: 'item-correction',
  name: '登记项目变更、更正',
  group: 'register',
  summary: '姓名、性别、出生日期、民族、号码和别的项目，情况变了的变更，登记错了的更正。',
  keywords: ['变更', '更正', '改名', '改姓', '出生日期', '民族', '重号', '错号', 'bg', 'gz', 'gm'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: registerPapers(personKeys),
  deadline: (facts) => {
    const top = decidedBy(facts).at(-1)
    if (top === 'city') return cityDecision()
    return top === 'county' ? countyDecision() : stationDecision()
  },
  decidedBy,
  examples,
  subject: ({ person }) => person?.name ?? '',
  holder: ({ person }) => ({ name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }),
  rightOffice: () => '户口所在地派出所',
})
