import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import type { Deadline } from '../case-type.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, type SettlementFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** Where somebody comes from decides the way, and the way its days. */
function deadline({ hukouPlace }: SettlementFacts): Deadline {
  if (!hukouPlace || hukouPlace.region.startsWith('1504')) return stationDecision()
  return isInsideInnerMongolia(hukouPlace.region)
    ? { workingDays: 10, basis: '自治区2020年“一站式”规定，不需要调查的' }
    : { workingDays: 9, basis: '自治区跨省通办落户目录' }
}

/** 城镇落户: five grounds of which one is enough (赤政发〔2016〕50号, 二(一)). */
export const settlementInTown = defineCaseType<SettlementFacts>({
  id: 'settlement-in-town',
  name: '城镇落户',
  group: 'settlement',
  summary: '投靠、购房、投资经商、人才、存量，五个条件一起看，符合一个就可以落户。',
  keywords: ['落户', '城镇', '投靠', '购房', '经商', '人才', '存量', 'czlh', 'lh', 'tk', 'gf', 'rc'],
  fields,
  form: [
    {
      title: '谁要落户',
      fields: [
        'inRegister',
        'person',
        'personName',
        'personCitizenId',
        'personSex',
        'personBirthDate',
        'personEthnicGroup',
        'hukouPlace',
        'student',
      ],
    },
    {
      title: '落在哪里',
      fields: ['township', 'inVillage', 'housing', 'housingProofSeen', 'leases'],
    },
    { title: '投靠', fields: ['joinsKin', 'kinRelation', 'kinTownship', 'livesWithKin', 'kinProofSeen'] },
    {
      title: '购房、经商',
      fields: [
        'purchase',
        'titleSeen',
        'contractSeen',
        'invoiceSeen',
        'legalPaperSeen',
        'business',
        'creditCodeOnLicence',
        'taxCertificateSeen',
      ],
    },
    {
      title: '人才、存量',
      fields: [
        'talent',
        'graduatedOn',
        'schoolInRegion',
        'talentProofSeen',
        'ruralMigrant',
        'urbanJob',
        'residesSince',
        'wholeFamily',
      ],
    },
    { title: '随迁', fields: ['companions'] },
    { title: '申请人', fields: personApplicantPage },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [],
  deadline,
  decidedBy,
  examples,
  subject: ({ person, personName }) => person?.name ?? personName ?? '',
  holder: ({ person, personName, personCitizenId }) => ({
    name: person?.name ?? personName ?? '申请人',
    citizenId: person?.citizenId ?? personCitizenId ?? '',
  }),
  rightOffice: () => '落户地派出所',
})
