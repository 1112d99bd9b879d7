import { defineFields, type FactsOf, type PartialFacts } from '../fields.ts'
import { personApplicantFields } from '../person-applicant.ts'

const joins = ({ direction }: PartialFacts) => direction === 'join'
const leaves = ({ direction }: PartialFacts) => direction === 'leave'

export const memberFields = defineFields({
  direction: {
    kind: 'choice',
    label: '进还是出',
    choices: [
      { value: 'join', label: '进入集体户' },
      { value: 'leave', label: '离开集体户' },
    ],
  },
  household: { kind: 'household', label: '集体户' },
  person: { kind: 'resident', label: '谁' },
  qualifies: {
    kind: 'choice',
    label: '凭什么落在这里',
    asked: joins,
    choices: [
      { value: 'settled', label: '已按城镇落户批准，没有住处能登记' },
      { value: 'member', label: '单位职工、在校学生' },
      { value: 'parent', label: '父母一方是这个集体户的' },
      { value: 'no-dwelling', label: '房子已卖、已灭失，无处可落' },
      { value: 'none', label: '都不是' },
    ],
  },
  ownDwelling: { kind: 'yesNo', label: '本人在本地有能登记的住处', asked: joins },
  otherParent: {
    kind: 'choice',
    label: '父母另一方的户口',
    asked: (facts) => joins(facts) && facts['qualifies'] === 'parent',
    choices: [
      { value: 'family-in-city', label: '本市的家庭户' },
      { value: 'collective', label: '也是集体户' },
      { value: 'elsewhere', label: '外地，或者没有另一方' },
    ],
  },
  unitAgrees: { kind: 'yesNo', label: '户主或者协管员同意', asked: joins },
  communityAgrees: { kind: 'yesNo', label: '社区同意', asked: joins, optional: true },
  wayOut: {
    kind: 'choice',
    label: '到哪里去',
    asked: leaves,
    choices: [
      { value: 'own-home', label: '自己的住处（已经立户）' },
      { value: 'kin', label: '亲属的户' },
      { value: 'collective', label: '另一个集体户' },
      { value: 'away', label: '迁出本所' },
    ],
  },
  target: {
    kind: 'household',
    label: '去的那一户',
    asked: (facts) => leaves(facts) && facts['wayOut'] !== undefined && facts['wayOut'] !== 'away',
  },
  targetAgrees: {
    kind: 'yesNo',
    label: '那一户的户主同意',
    asked: (facts) => leaves(facts) && ['kin', 'collective'].includes(String(facts['wayOut'])),
  },
  relationToHead: { kind: 'code', label: '与户主关系', table: 'family-relation' },
})

/** What is asked when somebody joins or leaves a collective household. */
export const fields = defineFields({ ...memberFields, ...personApplicantFields })
export type MembershipFacts = FactsOf<typeof fields>

export const pages = [
  { title: '进出', fields: Object.keys(memberFields) },
  { title: '申请人', fields: Object.keys(personApplicantFields) },
]
