import { met, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { standingCollective } from '../collective/household-rules.ts'
import { officerRules } from '../collective/officers.ts'
import { applicantRules } from '../person-applicant.ts'
import type { OfficersFacts } from './fields.ts'

const bookHandedOver: Rule<OfficersFacts> = {
  id: 'book-handed-over',
  title: '户口簿交接了没有',
  citations: ['WR-15', 'WR-18'],
  consequence: 'ask',
  test: ({ bookHandedOver: handed }) => {
    if (handed === undefined) return unknown('还没有问户口簿的交接。', 'bookHandedOver')
    return handed
      ? met('户口簿已经交接。')
      : unmet('户口簿还在原来的协管员手里。', '请单位交接清楚；找不到的，由单位写明情况，换发新的首页。')
  },
}

export const policy: readonly Rule<OfficersFacts>[] = [
  standingCollective<OfficersFacts>(true),
  ...officerRules<OfficersFacts>(),
  bookHandedOver,
  ...applicantRules<OfficersFacts>({ subjectOf: () => undefined, agentWillDo: true }).filter(
    ({ id }) => id !== 'subject-alive',
  ),
]
