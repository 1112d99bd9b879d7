import { certificatePapers } from '../../certificate-papers.ts'
import type { Paper } from '../../case-type.ts'
import { slipPapers, type SlipSource } from '../../slip-papers.ts'
import { fields, type IssueFacts } from '../fields.ts'
import { materials } from '../materials.ts'
import { policy } from '../policy.ts'

const source: SlipSource = {
  matter: '户口迁移证签发',
  fields,
  policy: policy,
  materials: (facts) => materials(facts),
  holder: (facts) => {
    const mover = (facts as IssueFacts).movers?.[0]
    return { name: mover?.name ?? '申请人', citizenId: mover?.citizenId ?? '' }
  },
  rightOffice: (facts) => `迁入地${(facts as IssueFacts).destination?.regionName ?? ''}派出所`,
  workingDays: 3,
}

/** The papers of a first issue: the certificate in both forms, and the counter's slips. */
export const papers: readonly Paper[] = [...certificatePapers, ...slipPapers(source)]
