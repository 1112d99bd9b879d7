import { applicantPage } from '../certificate-applicant.ts'
import { defineCaseType } from '../case-type.ts'
import { papers } from './documents/index.ts'
import { examples } from './examples.ts'
import { fields, type IssueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { steps } from './workflow.ts'

/** 户口迁移证签发: people registered here move out of the Region. */
export const migrationCertificateIssue = defineCaseType<IssueFacts>({
  id: 'migration-certificate-issue',
  name: '户口迁移证签发',
  summary: '在册人口迁出自治区，开具户口迁移证。',
  keywords: ['迁移证', '签发', '迁出', 'qyz', 'qf', 'qc'],
  fields,
  form: [
    {
      title: '迁出人员',
      fields: [
        'movers',
        'householdKind',
        'wholeHousehold',
        'bookletSurrendered',
        'origin',
        'originCommittee',
      ],
    },
    {
      title: '迁往哪里',
      fields: [
        'destination',
        'moveReason',
        'permitGround',
        'permitNumber',
        'permitIssuedOn',
        'admissionSeen',
      ],
    },
    { title: '申请人', fields: applicantPage },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline: { workingDays: 3, basis: '站内决定事项的外地做法，可由本所调整' },
  examples,
  subject: (facts) => (facts.movers ?? []).map((mover) => mover.name).join('、'),
})
