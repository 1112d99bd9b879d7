import { applicantPage } from '../certificate-applicant.ts'
import { defineCaseType } from '../case-type.ts'
import { papers } from './documents/index.ts'
import { examples } from './examples.ts'
import { fields, type ReissueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { findOriginalContent } from './original.ts'
import { policy } from './policy.ts'
import { steps } from './workflow.ts'

/** 户口迁移证补发、换发: the lost, expired or damaged certificate that this station issued. */
export const migrationCertificateReissue = defineCaseType<ReissueFacts>({
  id: 'migration-certificate-reissue',
  name: '户口迁移证补发、换发',
  summary: '本所签发的迁移证丢了、过期了或者坏了，照原内容补一张。',
  keywords: ['迁移证', '补发', '换发', '遗失', '丢失', 'qyz', 'bf', 'hf', 'qyzbf'],
  fields,
  form: [
    {
      title: '原证',
      fields: ['originalSource', 'original', 'issuingOffice', 'stubSerial', 'stubIssuedOn', 'stubContent'],
    },
    { title: '申请', fields: ['lossKind', 'lossStatement', 'originalHandedBack', 'contentChange'] },
    { title: '申请人', fields: applicantPage },
    { title: '核查', fields: ['landingCheck', 'landingCheckedHow', 'landedPlace', 'deathNoted'] },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline: { workingDays: 3, basis: '站内决定事项的外地做法，可由本所调整' },
  examples,
  subject: (facts) => {
    const persons = findOriginalContent(facts)?.persons ?? []
    return persons.map((person) => person.name).join('、')
  },
})
