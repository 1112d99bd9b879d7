import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { permitContentPage } from '../permit-content.ts'
import { permitPapers } from '../permit-papers.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { lossPage } from '../sheet-reissue-rules.ts'
import { examples } from './examples.ts'
import { fields, type PermitReissueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { findOriginalContent } from './original.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 准予迁入证明补发、换发: the lost, expired or damaged permit that this county issued. */
export const moveInPermitReissue = defineCaseType<PermitReissueFacts>({
  id: 'move-in-permit-reissue',
  name: '准予迁入证明补发、换发',
  group: 'certificates',
  summary: '本旗县区签发的准予迁入证明丢了、过期了或者坏了，照原内容补一张（三联）。',
  keywords: ['准迁证', '准予迁入证明', '补发', '换发', '遗失', '丢失', 'zqz', 'bf', 'hf', 'zqzbf'],
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
        ...permitContentPage,
      ],
    },
    { title: '申请', fields: [...lossPage, 'leafLeft', 'leafHandedBack'] },
    { title: '申请人', fields: personApplicantPage },
    { title: '民警核查', fields: ['moveOutCheck', 'moveOutCheckedHow'] },
  ],
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: permitPapers,
  deadline: countyDecision,
  decidedBy,
  rightOffice,
  holder: (facts) => {
    const applicant = findOriginalContent(facts)?.applicant
    return {
      name: applicant?.name ?? facts.applicantName ?? '申请人',
      citizenId: applicant?.citizenId ?? '',
    }
  },
  examples,
  batch: { over: 'original', each: ['moveOutCheck', 'moveOutCheckedHow', 'leafLeft', 'leafHandedBack'] },
  subject: (facts) => (findOriginalContent(facts)?.movers ?? []).map(({ name }) => name).join('、'),
})

/** Who issued the original; a changed content goes to the desk of the destination, a move online to its station. */
function rightOffice(facts: PermitReissueFacts): string {
  if (facts.originalSource === 'elsewhere') return facts.issuingOffice ?? '原签发机关'
  const destination = findOriginalContent(facts)?.destination.regionName ?? '迁入地'
  if (facts.originalSource === 'online') return `${destination}派出所`
  const changed = facts.contentChange === 'destination' || facts.contentChange === 'persons'
  return changed ? `${destination}派出所（重新签发）` : (facts.original?.issue?.issuerName ?? '原签发机关')
}
