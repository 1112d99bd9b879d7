import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { applicantPage } from '../certificate-applicant.ts'
import { defineCaseType } from '../define-case-type.ts'
import { certificatePapers } from '../certificate-papers.ts'
import { stationDecision } from '../deadline.ts'
import { examples } from './examples.ts'
import { fields, type IssueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { steps } from './workflow.ts'

/** 户口迁移证签发: people registered here move out of the Region. */
export const migrationCertificateIssue = defineCaseType<IssueFacts>({
  id: 'migration-certificate-issue',
  name: '户口迁移证签发',
  group: 'certificates',
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
  papers: certificatePapers,
  deadline: stationDecision,
  decidedBy: () => ['station'],
  rightOffice: ({ destination, permitIssuedOn }) =>
    permitIssuedOn && !(destination && isInsideInnerMongolia(destination.region))
      ? '准予迁入证明的签发机关'
      : `迁入地${destination?.regionName ?? ''}派出所`,
  holder: ({ movers }) => ({ name: movers?.[0]?.name ?? '申请人', citizenId: movers?.[0]?.citizenId ?? '' }),
  examples,
  subject: (facts) => (facts.movers ?? []).map((mover) => mover.name).join('、'),
})
