import { defineFields, type FactsOf } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

export const householdFields = defineFields({
  household: { kind: 'household', label: '集体户' },
  reason: {
    kind: 'choice',
    label: '为什么撤',
    choices: [
      { value: 'dissolved', label: '单位解散、破产、撤并' },
      { value: 'moved', label: '单位迁走' },
      { value: 'house-gone', label: '房屋转让、拆除' },
      { value: 'empty', label: '已经没有人' },
    ],
  },
  proof: { kind: 'yesNo', label: '有解散、转让等的证明，或者本所已经核实' },
  noticeOn: { kind: 'date', label: '哪天告知各人', hint: '登门、电话、公告都可以，一人不落' },
  listComplete: { kind: 'yesNo', label: '名单和登记上的人数一致' },
})

export const listFields = defineFields({
  members: {
    kind: 'rows',
    label: '还在册的人和各自的去处',
    hint: '一人一行；没有去处的落社区集体户，不注销任何人',
    optional: true,
    columns: {
      member: { kind: 'resident', label: '谁' },
      wayOut: {
        kind: 'choice',
        label: '去处',
        choices: [
          { value: 'own-home', label: '自己的住处' },
          { value: 'kin', label: '亲属的户' },
          { value: 'community', label: '社区集体户' },
          { value: 'none', label: '还没有去处' },
        ],
      },
      target: { kind: 'household', label: '去的那一户', optional: true },
      relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation', optional: true },
      informed: { kind: 'yesNo', label: '已告知本人' },
    },
  },
})

/** What is asked when a collective household comes to its end. */
export const fields = defineFields({ ...householdFields, ...listFields, ...personApplicantFields })
export type DisposalFacts = FactsOf<typeof fields>
export type MemberLine = NonNullable<DisposalFacts['members']>[number]

export const pages = [
  { title: '集体户', fields: Object.keys(householdFields) },
  { title: '各人的去处', fields: Object.keys(listFields) },
  { title: '经办人', fields: Object.keys(personApplicantFields) },
]
