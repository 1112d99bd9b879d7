import { defineFields, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'
import { dwellingFields } from './dwelling-fields.ts'
import { groundFields } from './ground-fields.ts'
import { moverFields } from './mover-fields.ts'

/** What is asked when somebody wants to settle in a town or the city: all five grounds, one is enough. */
export const fields = defineFields({
  ...moverFields,
  ...dwellingFields,
  ...groundFields,
  townReason: {
    kind: 'choice',
    label: '转移人口落户城镇的原因（统计用，可以不填）',
    optional: true,
    choices: [
      { value: 'work', label: '务工就业' },
      { value: 'business', label: '经商创业' },
      { value: 'housing', label: '购房租房' },
      { value: 'kin', label: '投靠亲属、随迁' },
      { value: 'study', label: '升学、毕业' },
      { value: 'army', label: '参军、退役' },
      { value: 'other', label: '其他' },
    ],
  },
  ...personApplicantFields,
})

export type SettlementFacts = FactsOf<typeof fields>
export type Companion = NonNullable<SettlementFacts['companions']>[number]
export type Talent = NonNullable<SettlementFacts['talents']>[number]
