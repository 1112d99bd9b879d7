import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { collectiveCover } from '../collective/cover-paper.ts'
import { officerFields } from '../collective/officers.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials, personApplicantPage } from '../person-applicant.ts'
import { householdKeysOf } from '../record-keys.ts'
import { examples } from './examples.ts'
import { fields, type OfficersFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 集体户户主、协管员变更 (公通字〔2021〕12号, clause 15). */
export const collectiveHouseholdOfficers = defineCaseType<OfficersFacts>({
  id: 'collective-household-officers',
  name: '集体户户主、协管员变更',
  group: 'collective',
  summary: '单位换了户主或者管户口簿的人，登记下来，换发首页。',
  keywords: ['集体户', '户主', '协管员', '变更', 'jth', 'hz', 'xgy'],
  fields,
  form: [
    { title: '集体户', fields: ['household', 'reason'] },
    { title: '新的户主和协管员', fields: [...Object.keys(officerFields), 'bookHandedOver'] },
    { title: '经办人', fields: personApplicantPage },
  ],
  policy,
  materials: (facts) => [
    { id: 'steward-letter', name: '指定户主和协管员的文件', citation: 'WR-15', from: 'resident' },
    { id: 'collective-booklet', name: '集体户口簿', citation: 'WR-18', from: 'resident' },
    ...personApplicantMaterials(facts),
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [collectiveCover(householdKeysOf)],
  deadline: stationDecision,
  decidedBy,
  examples,
  subject: ({ household }) => household?.unitName ?? household?.number ?? '',
  holder: ({ household }) => ({ name: household?.unitName ?? '申请单位', citizenId: '' }),
  rightOffice: () => '集体户所在地派出所',
})
