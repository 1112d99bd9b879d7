import { certificatePapers } from '../../certificate-papers.ts'
import type { Paper } from '../../case-type.ts'
import type { PartialFacts } from '../../fields.ts'
import { slipPapers, type SlipSource } from '../../slip-papers.ts'
import { fields, type ReissueFacts } from '../fields.ts'
import { materials } from '../materials.ts'
import { findOriginalContent } from '../original.ts'
import { policy } from '../policy.ts'

/** Who issued it, or where a move inside the Region is followed up. */
function rightOffice(facts: ReissueFacts): string {
  if (facts.originalSource === 'elsewhere') return facts.issuingOffice ?? '原签发机关'
  const destination = findOriginalContent(facts)?.destination.regionName
  const issuer = facts.original?.issue?.issuerName
  return facts.originalSource === 'online' || !issuer ? `迁入地${destination ?? ''}派出所` : issuer
}

const source: SlipSource = {
  matter: '户口迁移证补发、换发',
  fields,
  policy: policy,
  materials: (facts) => materials(facts),
  holder: (facts) => {
    const person = findOriginalContent(facts)?.persons[0]
    return { name: person?.name ?? applicantName(facts), citizenId: person?.citizenId ?? '' }
  },
  rightOffice: (facts) => rightOffice(facts),
  workingDays: 3,
}

function applicantName(facts: PartialFacts): string {
  return typeof facts['applicantName'] === 'string' ? facts['applicantName'] : '申请人'
}

/** The papers of a reissue: the new certificate in both forms, and the counter's slips. */
export const papers: readonly Paper[] = [...certificatePapers, ...slipPapers(source)]
