import { collectiveKindNames, type CollectiveKind } from '../../people/household.ts'
import { officerFields } from '../collective/officers.ts'
import { defineFields, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const kinds = Object.entries(collectiveKindNames) as [CollectiveKind, string][]

export const unitFields = defineFields({
  collectiveKind: {
    kind: 'choice',
    label: '哪一种集体户',
    choices: kinds.map(([value, label]) => ({ value, label })),
  },
  unitName: { kind: 'text', label: '单位、学校、社区全称' },
  creditCode: { kind: 'text', label: '统一社会信用代码', hint: '18 位，照证照输入' },
  needsIt: {
    kind: 'yesNo',
    label: '有人在单位住、没有别的地方能登记',
  },
  alreadyHas: { kind: 'yesNo', label: '在本所已经有集体户' },
  placeInArea: { kind: 'yesNo', label: '地址归本所管' },
  township: { kind: 'code', label: '所在的镇、街道、苏木、乡', table: 'township' },
  address: { kind: 'place', label: '集体户地址' },
  dwellingShown: { kind: 'yesNo', label: '有集体宿舍或者办公用房的证明' },
  committee: { kind: 'text', label: '居（村）委会', optional: true },
})

/** What is asked when a unit, school or community asks for a collective household. */
export const fields = defineFields({ ...unitFields, ...officerFields, ...personApplicantFields })
export type CollectiveFoundingFacts = FactsOf<typeof fields>

export const pages = [
  { title: '单位和地址', fields: Object.keys(unitFields) },
  { title: '户主和协管员', fields: Object.keys(officerFields) },
  { title: '经办人', fields: Object.keys(personApplicantFields) },
]
