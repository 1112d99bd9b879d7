import { isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import { countyDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { permitContentPage } from '../permit-content.ts'
import { permitPapers } from '../permit-papers.ts'
import { personApplicantPage } from '../person-applicant.ts'
import { examples } from './examples.ts'
import { fields, type PermitIssueFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 准予迁入证明签发: people of another province are to move here; the county issues the sheet of three leaves. */
export const moveInPermitIssue = defineCaseType<PermitIssueFacts>({
  id: 'move-in-permit-issue',
  name: '准予迁入证明签发',
  group: 'certificates',
  summary: '外省的人要迁来本地，符合条件的，由旗县区开准予迁入证明（三联）。',
  keywords: ['准迁证', '准予迁入', '准予迁入证明', '迁入', '签发', 'zqz', 'zyqr', 'qr', 'qf'],
  fields,
  form: [
    { title: '迁移', fields: ['moverKind', ...permitContentPage, 'permitInHand'] },
    { title: '凭哪一条', fields: ['settlementGround', 'groundStatement', 'settlementCase'] },
    { title: '申请人', fields: personApplicantPage },
    { title: '民警认定', fields: ['qualification', 'qualificationReason'] },
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
  holder: ({ permitApplicant }) => ({
    name: permitApplicant?.name ?? '申请人',
    citizenId: permitApplicant?.citizenId ?? '',
  }),
  examples,
  subject: ({ movers = [] }) => movers.flatMap(({ name }) => name ?? []).join('、'),
})

function rightOffice({ moverKind, moversFrom, moversOffice, destination }: PermitIssueFacts): string {
  if (moverKind === 'student') return moversOffice ?? '迁出地派出所'
  const here = `${destination?.regionName ?? '迁入地'}派出所`
  return moversFrom && isInsideInnerMongolia(moversFrom.region) ? `${here}（网上流转，不开证件）` : here
}
