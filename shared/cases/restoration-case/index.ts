import { defineCaseType } from '../define-case-type.ts'
import { deadline, levelsOfRestoration, rightOffice } from './decision.ts'
import { examples } from './examples.ts'
import { fields, pages, type RestorationFacts } from './fields.ts'
import { forbidden, materials } from './materials.ts'
import { papers } from './papers.ts'
import { policy } from './policy.ts'
import { nameOf, numberOf } from './reading.ts'
import { steps } from './workflow.ts'

/** 恢复户口: a registration that was ended lives again, by the way that the cause of its end decides. */
export const restoration = defineCaseType<RestorationFacts>({
  id: 'restoration',
  name: '恢复户口',
  group: 'without-hukou',
  summary: '被注销的户口，查明没有在别处落户的，按原来的号码恢复。',
  keywords: ['恢复', '恢复户口', '注销', '长期外出', '宣告死亡', '口袋户口', 'hf', 'hfhk', 'zx'],
  fields,
  form: pages,
  policy,
  materials,
  forbidden,
  steps,
  closed: ['closed', 'referred', 'refused', 'withdrawn'],
  papers,
  deadline,
  decidedBy: levelsOfRestoration,
  rightOffice,
  holder: (facts) => ({ name: nameOf(facts) || '申请人', citizenId: numberOf(facts) }),
  examples,
  subject: nameOf,
})
