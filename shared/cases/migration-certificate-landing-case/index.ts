import { applicantPage } from '../certificate-applicant.ts'
import { defineCaseType } from '../define-case-type.ts'
import { stationDecision } from '../deadline.ts'
import { examples } from './examples.ts'
import { fields, type LandingFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { steps } from './workflow.ts'

/** 持迁移证落户: people from another province arrive; their certificate is surrendered here. */
export const migrationCertificateLanding = defineCaseType<LandingFacts>({
  id: 'migration-certificate-landing',
  name: '持迁移证落户',
  group: 'certificates',
  summary: '外省迁来的人持户口迁移证登记落户，证件收回缴销。',
  keywords: ['迁移证', '落户', '迁入', 'qyz', 'lh', 'qr'],
  fields,
  form: [
    {
      title: '迁移证',
      fields: [
        'presentedSerial',
        'issuingOffice',
        'issuedOn',
        'validUntil',
        'presentedContent',
        'legible',
        'personsMatch',
        'deaths',
      ],
    },
    { title: '落在哪里', fields: ['household', 'householdNumber', 'headConsents', 'address', 'committee'] },
    { title: '申请人', fields: applicantPage },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: [],
  deadline: stationDecision,
  decidedBy: () => ['station'],
  rightOffice,
  holder: ({ presentedContent }) => {
    const person = presentedContent?.persons[0]
    return { name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }
  },
  examples,
  subject: (facts) => (facts.presentedContent?.persons ?? []).map((person) => person.name).join('、'),
})

/** A certificate for another place goes there; one that has run out or cannot be read goes back to its issuer. */
function rightOffice({ issuingOffice, presentedContent, address }: LandingFacts): string {
  const destination = presentedContent?.destination
  const isForElsewhere = destination && address && destination.region !== address.region
  return isForElsewhere ? `${destination.regionName}派出所` : (issuingOffice ?? '签发机关')
}
