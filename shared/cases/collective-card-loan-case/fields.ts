import { defineFields, type FactsOf } from '../fields.ts'

/** What is asked when a member of a collective household borrows the own card. */
export const fields = defineFields({
  household: { kind: 'household', label: '集体户' },
  person: { kind: 'resident', label: '谁的卡' },
  purpose: {
    kind: 'choice',
    label: '借去办什么',
    choices: [
      { value: 'marriage', label: '结婚登记' },
      { value: 'school', label: '入学、考试' },
      { value: 'housing', label: '购房、公积金' },
      { value: 'passport', label: '出入境证件' },
      { value: 'other', label: '其他' },
    ],
  },
  dueOn: { kind: 'date', label: '什么时候还' },
  borrower: {
    kind: 'choice',
    label: '谁来借',
    choices: [
      { value: 'self', label: '本人' },
      { value: 'steward', label: '协管员' },
      { value: 'agent', label: '受托人，有委托书' },
      { value: 'other', label: '别人，没有委托书' },
    ],
  },
  identityChecked: { kind: 'yesNo', label: '已核对来人身份' },
})
export type LoanFacts = FactsOf<typeof fields>
