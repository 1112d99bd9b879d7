import { defineFields, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

/** What is asked when somebody who lives here without a hukou here applies for a residence permit. */
export const fields = defineFields({
  personName: { kind: 'name', label: '姓名' },
  nationality: {
    kind: 'choice',
    label: '身份',
    choices: [
      { value: 'mainland', label: '内地居民' },
      { value: 'hong-kong-macao-taiwan', label: '港澳台居民' },
      { value: 'foreigner', label: '外国人' },
      { value: 'soldier', label: '现役军人' },
    ],
  },
  citizenId: {
    kind: 'citizenId',
    label: '公民身份号码',
    asked: ({ nationality }) => nationality === 'mainland',
  },
  sex: { kind: 'code', label: '性别', table: 'sex' },
  birthDate: { kind: 'date', label: '出生日期' },
  ethnicGroup: { kind: 'code', label: '民族', table: 'ethnic-group' },
  hukouPlace: { kind: 'place', label: '户口所在地' },
  residencePlace: { kind: 'place', label: '居住地' },
  residesSince: { kind: 'date', label: '居住登记日期', hint: '流动人口登记的日期，或者别的材料证明的日期' },
  ground: {
    kind: 'choice',
    label: '凭什么申领',
    choices: [
      { value: 'job', label: '合法稳定就业' },
      { value: 'dwelling', label: '合法稳定住所' },
      { value: 'study', label: '连续就读' },
      { value: 'none', label: '都没有' },
    ],
  },
  groundProof: {
    kind: 'choice',
    label: '这一条怎么证明',
    asked: ({ ground }) => ground !== undefined && ground !== 'none',
    choices: [
      { value: 'shared', label: '共享数据已查到，不用交材料' },
      { value: 'paper', label: '材料看过' },
      { value: 'missing', label: '查不到，也没有材料' },
    ],
  },
  ...personApplicantFields,
})

export type PermitApplicationFacts = FactsOf<typeof fields>
