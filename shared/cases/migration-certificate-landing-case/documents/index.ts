import type { Paper } from '../../case-type.ts'
import { slipPapers, type SlipSource } from '../../slip-papers.ts'
import { fields, type LandingFacts } from '../fields.ts'
import { materials } from '../materials.ts'
import { policy } from '../policy.ts'

const source: SlipSource = {
  matter: '持迁移证落户',
  fields,
  policy: policy,
  materials: (facts) => materials(facts),
  holder: (facts) => {
    const person = (facts as LandingFacts).presentedContent?.persons[0]
    return { name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }
  },
  rightOffice: (facts) => {
    const { issuingOffice, presentedContent } = facts as LandingFacts
    return issuingOffice ?? `${presentedContent?.destination.regionName ?? '迁入地'}派出所`
  },
  workingDays: 3,
}

/** The papers of a landing: the counter's slips. The certificate itself is taken in. */
export const papers: readonly Paper[] = slipPapers(source)
