import { applicantPage } from '../certificate-applicant.ts'
import { lossPage } from '../sheet-reissue-rules.ts'
import { defineCaseType } from '../define-case-type.ts'
import { certificatePapers } from '../certificate-papers.ts'
import { stationDecision } from '../deadline.ts'
import { examples } from './examples.ts'
import { fields, type ReissueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { findOriginalContent, rightOffice } from './original.ts'
import { policy } from './policy.ts'
import { steps } from './workflow.ts'

/** 户口迁移证补发、换发: the lost, expired or damaged certificate that this station issued. */
export const migrationCertificateReissue = defineCaseType<ReissueFacts>({
  id: 'migration-certificate-reissue',
  name: '户口迁移证补发、换发',
  group: 'certificates',
  summary: '本所签发的迁移证丢了、过期了或者坏了，照原内容补一张。',
  keywords: ['迁移证', '补发', '换发', '遗失', '丢失', 'qyz', 'bf', 'hf', 'qyzbf'],
  fields,
  form: [
    {
      title: '原证',
      fields: [
        'originalSource',
        'original',
        'issuingOffice',
        'counterfoilSerial',
        'counterfoilIssuedOn',
        'counterfoilContent',
      ],
    },
    { title: '申请', fields: [...lossPage, 'destinationAnswer', 'graduate'] },
    { title: '申请人', fields: applicantPage },
    { title: '核查', fields: ['landingCheck', 'landingCheckedHow', 'landedPlace', 'deathNoted'] },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: certificatePapers,
  deadline: stationDecision,
  decidedBy: () => ['station'],
  rightOffice,
  holder: (facts) => {
    const person = findOriginalContent(facts)?.persons[0]
    return { name: person?.name ?? facts.applicantName ?? '申请人', citizenId: person?.citizenId ?? '' }
  },
  examples,
  batch: { over: 'original', each: ['landingCheck', 'landingCheckedHow', 'landedPlace', 'deathNoted'] },
  subject: (facts) => {
    const persons = findOriginalContent(facts)?.persons ?? []
    return persons.map((person) => person.name).join('、')
  },
})
