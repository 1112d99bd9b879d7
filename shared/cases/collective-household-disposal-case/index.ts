import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, pages, type DisposalFacts } from './fields.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 集体户处置和撤销: every member is given a way out and nobody is cancelled (赤政发〔2016〕50号, 二(二)). */
export const collectiveHouseholdDisposal = defineCaseType<DisposalFacts>({
  id: 'collective-household-disposal',
  name: '集体户处置、撤销',
  group: 'collective',
  summary: '单位没有了或者集体户空了：给每个人安排去处，然后撤户，不注销任何人。',
  keywords: ['集体户', '撤销', '处置', '解散', '破产', '撤户', 'jth', 'cx'],
  fields,
  form: pages,
  policy,
  materials: (facts) => [
    {
      id: 'end-proof',
      name: '解散、破产、转让等的文件',
      citation: 'WR-18',
      from: 'resident',
      orElse: ['本所现场核实的记录'],
    },
    { id: 'collective-booklet', name: '集体户口簿（收回）', citation: 'WR-18', from: 'resident' },
    {
      id: 'member-list',
      name: '在册人员名单',
      citation: 'HR-6',
      from: 'records',
      note: '由本所从登记里列出',
    },
    ...personApplicantMaterials(facts),
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn', 'supplementing'],
  papers,
  deadline: countyDecision,
  decidedBy,
  examples,
  subject: ({ household }) => household?.unitName ?? household?.number ?? '',
  holder: ({ household }) => ({ name: household?.unitName ?? '集体户', citizenId: '' }),
  rightOffice: () => '集体户所在地派出所',
})
