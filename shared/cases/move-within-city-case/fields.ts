import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const fromOtherStation = ({ fromWhere }: PartialFacts) => fromWhere === 'other-station'

export const moveFields = defineFields({
  fromWhere: {
    kind: 'choice',
    label: '户口现在在哪里',
    choices: [
      { value: 'this-station', label: '本所' },
      { value: 'other-station', label: '赤峰市内别的派出所' },
      { value: 'outside', label: '赤峰市以外' },
    ],
  },
  fromOffice: { kind: 'text', label: '哪个派出所', asked: fromOtherStation },
  originCheck: {
    kind: 'choice',
    label: '在那里是不是还在册',
    hint: '由民警在市内系统查，不打迁移证',
    stage: 'check',
    asked: fromOtherStation,
    choices: [
      { value: 'registered', label: '查过，在册' },
      { value: 'not-registered', label: '查过，不在册' },
      { value: 'unreachable', label: '没有线路，现在查不到' },
    ],
  },
  basis: {
    kind: 'choice',
    label: '凭什么落在新地方',
    choices: [
      { value: 'own-dwelling', label: '自己的住处' },
      { value: 'kin', label: '投靠亲属' },
      { value: 'work', label: '单位集体户' },
      { value: 'none', label: '都没有' },
    ],
  },
  basisShown: {
    kind: 'yesNo',
    label: '这一条有证明，或者本所能查到',
    asked: ({ basis }) => basis !== 'none',
  },
  household: { kind: 'household', label: '落在哪一户' },
  headConsents: {
    kind: 'yesNo',
    label: '户主同意',
    asked: ({ basis }) => basis === 'kin' || basis === 'work',
  },
})

export const moverFields = defineFields({
  movers: {
    kind: 'rows',
    label: '移居的人',
    columns: {
      member: { kind: 'resident', label: '谁' },
      relationToHead: { kind: 'code', label: '与新户主关系', table: 'family-relation' },
    },
  },
  wholeHousehold: { kind: 'yesNo', label: '全户移居' },
})

/** What is asked when somebody moves inside the city of Chifeng: no certificate is made for it. */
export const fields = defineFields({ ...moveFields, ...moverFields, ...personApplicantFields })
export type MoveFacts = FactsOf<typeof fields>

export const pages = [
  { title: '从哪里到哪里', fields: Object.keys(moveFields) },
  { title: '移居的人', fields: Object.keys(moverFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
]
