import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const founds = ({ act }: PartialFacts) => act === 'found' || act === 'split'
const merges = ({ act }: PartialFacts) => act === 'merge'
const formerOwnersThere = (facts: PartialFacts) => founds(facts) && facts['formerOwnersThere'] === true

export const actFields = defineFields({
  act: {
    kind: 'choice',
    label: '办什么',
    choices: [
      { value: 'found', label: '立户' },
      { value: 'split', label: '分户' },
      { value: 'merge', label: '并户' },
    ],
  },
  splitReason: {
    kind: 'choice',
    label: '为什么分户',
    asked: ({ act }) => act === 'split',
    choices: [
      { value: 'marriage', label: '结婚、离婚' },
      { value: 'dwelling', label: '房屋分割，各有住处' },
      { value: 'other', label: '别的原因' },
    ],
  },
  household: { kind: 'household', label: '并到哪一户', asked: merges },
  headConsents: { kind: 'yesNo', label: '那一户的户主同意', asked: merges },
})

export const dwellingFields = defineFields({
  dwelling: {
    kind: 'choice',
    label: '住处',
    asked: founds,
    choices: [
      { value: 'owned', label: '自己的房子' },
      { value: 'homestead', label: '宅基地上的房子' },
      { value: 'public', label: '公租房、单位房' },
      { value: 'leased', label: '租的房子' },
    ],
  },
  dwellingShown: { kind: 'yesNo', label: '住处有证明，或者共享数据已查到', asked: founds },
  address: { kind: 'place', label: '住址', asked: founds },
  committee: { kind: 'text', label: '居（村）委会', asked: founds, optional: true },
  formerOwnersThere: { kind: 'yesNo', label: '这个地址还登记着原来的房主', asked: founds },
  formerInformedOn: {
    kind: 'date',
    label: '哪天告知原来的房主',
    asked: formerOwnersThere,
    optional: true,
    stage: 'check',
  },
  formerAnswer: {
    kind: 'choice',
    label: '原来的房主怎么说',
    asked: formerOwnersThere,
    stage: 'check',
    choices: [
      { value: 'moves', label: '自己迁走' },
      { value: 'refuses', label: '不肯迁' },
      { value: 'unreachable', label: '联系不上' },
      { value: 'waiting', label: '还没有告知' },
    ],
  },
  formerWay: {
    kind: 'choice',
    label: '怎么办',
    asked: (facts) =>
      formerOwnersThere(facts) && ['refuses', 'unreachable'].includes(String(facts['formerAnswer'])),
    stage: 'check',
    choices: [
      { value: 'community', label: '原房主迁到社区集体户（另办集体户进出）' },
      { value: 'separate', label: '同一地址另立一户' },
    ],
  },
})

export const peopleFields = defineFields({
  head: { kind: 'resident', label: '户主', asked: founds },
  headCapable: { kind: 'yesNo', label: '户主有完全民事行为能力', asked: founds },
  members: {
    kind: 'rows',
    label: '一起的人',
    hint: '立户、分户时不写户主；并户时写并过去的每个人',
    optional: true,
    columns: {
      member: { kind: 'resident', label: '谁' },
      relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
    },
  },
  leavesEmpty: { kind: 'yesNo', label: '原来的户没有人了', asked: merges },
})

/** What is asked when a family household is founded, split or merged. */
export const fields = defineFields({
  ...actFields,
  ...dwellingFields,
  ...peopleFields,
  ...personApplicantFields,
})
export type FoundingFacts = FactsOf<typeof fields>

export const pages = [
  { title: '办什么', fields: Object.keys(actFields) },
  { title: '住处', fields: Object.keys(dwellingFields) },
  { title: '户里的人', fields: Object.keys(peopleFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
]
