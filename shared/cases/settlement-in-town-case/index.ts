import { legalDate } from '../../policy/legal-dates.ts'
import { numberInForce } from '../../policy/instruments/index.ts'
import type { Deadline } from '../case-type.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, type SettlementFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { papers } from './papers.ts'
import { townshipName } from './places.ts'
import { policy } from './policy.ts'
import { wayOf } from './way.ts'
import { decidedBy, steps } from './workflow.ts'

/** Where somebody comes from decides the way, and the way its days. */
function deadline(facts: SettlementFacts): Deadline {
  switch (wayOf(facts)) {
    case 'within-region':
      return oneStop(facts)
    case 'student':
    case 'permit':
      return {
        workingDays: numberInForce('cross-province', legalDate('working-rules')),
        basis: '自治区跨省通办落户目录',
      }
    default:
      return stationDecision()
  }
}

/** The origin still has to be looked into where it could not be confirmed at the counter. */
function oneStop({ originCheck }: SettlementFacts): Deadline {
  const isClear = originCheck === undefined || originCheck === 'confirmed'
  const figure = isClear ? 'one-stop-without-investigation' : 'one-stop-with-investigation'
  return {
    workingDays: numberInForce(figure, legalDate('one-stop')),
    basis: `自治区2020年“一站式”规定，${isClear ? '不需要' : '需要'}调查的`,
  }
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
        'originCheck',
        'voluntary',
      ],
    },
    {
      title: '投靠',
      fields: ['joinsKin', 'kin', 'kinRelation', 'kinTownship', 'livesWithKin', 'kinProofSeen'],
    },
    {
      title: '购房、经商',
      fields: [
        'purchase',
        'ownName',
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
        'hasTalent',
        'talents',
        'ruralMigrant',
        'urbanJob',
        'residesSince',
        'wholeFamily',
        'residenceProofSeen',
      ],
    },
    {
      title: '落在哪里',
      fields: [
        'township',
        'inVillage',
        'targetInArea',
        'housing',
        'livesInDwelling',
        'housingProofSeen',
        'leases',
        'settlesIn',
        'headConsents',
        'address',
        'townReason',
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
  papers,
  deadline,
  decidedBy,
  examples,
  subject: (facts) => {
    const others = facts.companions?.length ?? 0
    return `${nameOf(facts)}${others > 0 ? `等${others + 1}人` : ''}`
  },
  holder: (facts) => ({
    name: nameOf(facts) || '申请人',
    citizenId: (facts.inRegister ? facts.person?.citizenId : facts.personCitizenId) ?? '',
  }),
  rightOffice: ({ township }) => (township ? `${townshipName(township)}派出所` : '落户地派出所'),
})

function nameOf({ inRegister, person, personName }: SettlementFacts): string {
  return (inRegister ? person?.name : personName) ?? ''
}
