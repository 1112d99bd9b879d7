import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import type { Material } from '../case-type.ts'
import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { policeMaterials } from '../police-checks.ts'
import { registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type DuplicateFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

const personKeys = ({ form }: CaseFile) => {
  const { person } = form as DuplicateFacts
  return person?.personId ? [residentKey(person.personId)] : []
}

const answer: Material = {
  id: 'other-office-answer',
  name: '对方派出所的答复',
  citation: 'WR-8',
  from: 'police',
}
const extract: Material = {
  id: 'both-registrations',
  name: '两处的登记底册',
  citation: 'WR-9',
  from: 'records',
}

/** 双重户口、重号: one registration and one number for one person (户口登记条例, clause 6; 公通字〔2021〕12号, 3, 4 and 9). */
export const duplicateRegistration = defineCaseType<DuplicateFacts>({
  id: 'duplicate-registration',
  name: '双重户口、重号',
  group: 'register',
  summary: '一个人两个户口，或者两个人一个号码：查清以后各留一个，不让任何人没有户口。',
  keywords: ['双重户口', '重复户口', '重号', '两个户口', 'schk', 'cfhk', 'ch'],
  fields,
  form: pages,
  policy,
  materials: ({ kind }) => [
    extract,
    answer,
    policeMaterials.comparison,
    ...(kind === 'two-registrations' ? [policeMaterials.interviews] : []),
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn', 'supplementing'],
  papers: registerPapers(personKeys, { withPage: false }),
  deadline: countyDecision,
  decidedBy,
  examples,
  subject: ({ person }) => person?.name ?? '',
  holder: ({ person }) => ({ name: person?.name ?? '当事人', citizenId: person?.citizenId ?? '' }),
  rightOffice: ({ otherOffice }) => otherOffice ?? '有登记的派出所',
})
