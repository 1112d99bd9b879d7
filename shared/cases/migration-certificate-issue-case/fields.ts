import { applicantFields } from '../certificate-applicant.ts'
import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'

const withPermit = (facts: PartialFacts) => facts['permitGround'] === 'permit'

/** What is asked when registered people move out of the Region and need a certificate for the road. */
export const fields = defineFields({
  movers: { kind: 'movers', label: '迁出人员', hint: '从户籍里选，第一位是持证人，最多四人' },
  householdKind: {
    kind: 'choice',
    label: '户别',
    choices: [
      { value: 'family', label: '家庭户' },
      { value: 'collective', label: '集体户' },
    ],
  },
  wholeHousehold: { kind: 'yesNo', label: '全户迁移' },
  bookletSurrendered: {
    kind: 'yesNo',
    label: '居民户口簿已经收回',
    asked: (facts) => facts['wholeHousehold'] === true,
  },
  origin: { kind: 'place', label: '原住址' },
  originCommittee: { kind: 'text', label: '居（村）委会', optional: true },
  destination: { kind: 'place', label: '迁往地址' },
  moveReason: { kind: 'code', label: '迁移原因', table: 'move-reason' },
  permitGround: {
    kind: 'choice',
    label: '凭什么迁移',
    choices: [
      { value: 'permit', label: '准予迁入证明' },
      { value: 'student', label: '大中专学生，凭录取材料' },
    ],
  },
  permitNumber: { kind: 'text', label: '准予迁入证明编号', asked: withPermit },
  permitIssuedOn: { kind: 'date', label: '准予迁入证明签发日期', asked: withPermit },
  admissionSeen: {
    kind: 'yesNo',
    label: '录取通知书已经核对',
    asked: (facts) => facts['permitGround'] === 'student',
  },
  ...applicantFields,
})

export type IssueFacts = FactsOf<typeof fields>
