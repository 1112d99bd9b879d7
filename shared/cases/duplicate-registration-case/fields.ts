import { askedWhen, defineFields, factIs, type FactsOf } from '../fields.ts'
import { comparisonFields, interviewFields } from '../police-checks.ts'

const of = (...kinds: readonly string[]) => factIs('kind', ...kinds)

export const fileFields = defineFields({
  kind: {
    kind: 'choice',
    label: '哪一种',
    choices: [
      { value: 'two-registrations', label: '一个人有两个户口' },
      { value: 'shared-number', label: '两个人用一个号码（重号）' },
    ],
  },
  person: { kind: 'resident', label: '本所登记的人' },
  otherName: { kind: 'name', label: '另一处登记的姓名' },
  otherNumber: { kind: 'citizenId', label: '另一处登记的公民身份号码', optional: true },
  otherOffice: { kind: 'text', label: '另一处登记在哪个派出所' },
  foundBy: {
    kind: 'choice',
    label: '怎么发现的',
    choices: [
      { value: 'check', label: '办别的事时查到' },
      { value: 'statement', label: '本人来说明' },
      { value: 'notice', label: '别的派出所、市局通知' },
    ],
  },
  personInformed: { kind: 'yesNo', label: '已告知本人，听取本人说明', stage: 'check' },
})

export const findingFields = defineFields({
  otherAnswer: {
    kind: 'choice',
    label: '对方派出所的答复',
    stage: 'check',
    choices: [
      { value: 'agrees', label: '协商一致' },
      { value: 'disagrees', label: '意见不一致' },
      { value: 'waiting', label: '还没有答复' },
    ],
  },
  keeps: {
    kind: 'choice',
    label: '保留哪一个',
    hint: '留真实的、经常居住地的、先登记的',
    stage: 'check',
    asked: of('two-registrations'),
    choices: [
      { value: 'here', label: '保留本所的，对方注销' },
      { value: 'there', label: '保留对方的，本所注销' },
      { value: 'undecided', label: '还没有定' },
    ],
  },
  givesWay: {
    kind: 'choice',
    label: '谁改号',
    stage: 'check',
    asked: of('shared-number'),
    choices: [
      { value: 'here', label: '本所的人改号' },
      { value: 'there', label: '对方的人改号' },
      { value: 'undecided', label: '还没有定' },
    ],
  },
})

/** What is asked when somebody turns out to be registered twice, or two people under one number. */
export const fields = defineFields({
  ...fileFields,
  ...comparisonFields,
  ...findingFields,
  ...askedWhen(of('two-registrations'), interviewFields),
})
export type DuplicateFacts = FactsOf<typeof fields>

export const pages = [
  { title: '发现的情况', fields: Object.keys(fileFields) },
  { title: '核查和协商', fields: [...Object.keys(comparisonFields), ...Object.keys(findingFields)] },
]
