import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { residentKey } from '../../people/resident.ts'
import type { CaseFile } from '../case-file.ts'
import { stationDecision } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { personApplicantMaterials } from '../person-applicant.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { examples } from './examples.ts'
import { fields, pages, type MoveFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

function moverKeys(caseFile: CaseFile): string[] {
  const { movers = [] } = caseFile.form as MoveFacts
  const entered = keysOfPeopleEntered(caseFile, 'move', movers.length)
  return movers.flatMap(({ member }, n) =>
    member?.personId ? residentKey(member.personId) : (entered[n] ?? []),
  )
}

/** 市内移居: between households and stations of Chifeng, without a certificate (公通字〔2021〕12号, clauses 39 and 42). */
export const moveWithinCity = defineCaseType<MoveFacts>({
  id: 'move-within-city',
  name: '市内移居',
  group: 'register',
  summary: '在赤峰市内搬家：本所内换户、换址，或者从别的派出所移来，不打迁移证。',
  keywords: ['移居', '市内', '搬家', '换址', '住址变动', 'yj', 'snyj'],
  fields,
  form: pages,
  policy,
  materials: (facts) => [
    { id: 'booklet', name: '移居人的居民户口簿', citation: 'HR-19', from: 'resident' },
    {
      id: 'basis-proof',
      name: '新地方的证明',
      citation: 'WR-39',
      from: 'resident',
      note: '本所能查到的不用带',
      orElse: ['住处的证明', '亲属的户口簿', '单位的介绍信'],
    },
    ...personApplicantMaterials(facts),
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers: registerPapers(moverKeys),
  deadline: stationDecision,
  decidedBy,
  examples,
  subject: ({ movers }) => movers?.[0]?.member?.name ?? '',
  holder: ({ movers }) => ({
    name: movers?.[0]?.member?.name ?? '申请人',
    citizenId: movers?.[0]?.member?.citizenId ?? '',
  }),
  rightOffice: () => '拟落户地址所在的派出所',
})
