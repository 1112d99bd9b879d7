import { householdKey } from '../../people/household.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import { collectiveCover } from '../collective/cover-paper.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type MembershipFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

const memberKeys = ({ form }: CaseFile) => {
  const { person } = form as MembershipFacts
  return person?.personId ? [residentKey(person.personId)] : []
}

const householdsAfter = ({ form }: CaseFile) => {
  const { direction, household, target } = form as MembershipFacts
  const now = direction === 'leave' ? target : household
  return now ? [householdKey(now.number)] : []
}

const collectiveAfter = (caseFile: CaseFile) => {
  const { direction, wayOut } = caseFile.form as MembershipFacts
  return direction === 'join' || wayOut === 'collective' ? householdsAfter(caseFile) : []
}

/** 集体户进出 (赤政发〔2016〕50号, 二(二); 公通字〔2021〕12号, clauses 14, 15, 18, 21 and 22). */
export const collectiveHouseholdMembership = defineCaseType<MembershipFacts>({
  id: 'collective-household-membership',
  name: '集体户进出',
  group: 'collective',
  summary: '没有地方登记的人进集体户；有了去处的离开集体户。',
  keywords: ['集体户', '进出', '迁入集体户', '离开', '离职', '毕业', 'jth', 'jc'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [...registerPapers(memberKeys), collectiveCover(collectiveAfter)],
  deadline: stationDecision,
  decidedBy,
  examples,
  subject: ({ person }) => person?.name ?? '',
  holder: ({ person }) => ({ name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }),
  rightOffice: ({ wayOut }) => (wayOut === 'away' ? '拟迁入地派出所' : '本人户口所在地派出所'),
})
