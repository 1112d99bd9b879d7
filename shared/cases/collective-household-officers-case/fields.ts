import { officerFields } from '../collective/officers.ts'
import { defineFields, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

/** What is asked when the unit names another head or steward. */
export const fields = defineFields({
  household: { kind: 'household', label: '集体户' },
  reason: { kind: 'text', label: '为什么换' },
  ...officerFields,
  bookHandedOver: { kind: 'yesNo', label: '户口簿已交给新的协管员' },
  ...personApplicantFields,
})
export type OfficersFacts = FactsOf<typeof fields>
