import { forbiddenFor } from '../../policy/forbidden-demands.ts'
import { onTheSpot } from '../deadline.ts'
import { defineCaseType } from '../define-case-type.ts'
import { examples } from './examples.ts'
import { fields, type LoanFacts } from './fields.ts'
import { policy } from './policy.ts'
import { decidedBy, steps } from './workflow.ts'

/** 集体户成员卡借用: each loan with purpose, due day and return (公通字〔2021〕12号, clause 18). */
export const collectiveCardLoan = defineCaseType<LoanFacts>({
  id: 'collective-card-loan',
  name: '集体户成员卡借用',
  group: 'collective',
  summary: '集体户的人借自己的户口页办事，登记借出和归还。',
  keywords: ['集体户', '借卡', '户口卡', '借用', '归还', 'jth', 'jk'],
  fields,
  form: [
    { title: '谁的卡', fields: ['household', 'person'] },
    { title: '借用', fields: ['purpose', 'dueOn', 'borrower', 'identityChecked'] },
  ],
  policy,
  materials: ({ borrower }) => [
    { id: 'identity-card', name: '来人的居民身份证', citation: 'ID-14', from: 'resident' },
    ...(borrower === 'agent'
      ? [{ id: 'letter-of-authority', name: '委托书', citation: 'CC-165', from: 'resident' } as const]
      : []),
  ],
  forbidden: forbiddenFor(),
  steps,
  closed: ['closed', 'referred', 'supplementing', 'withdrawn'],
  papers: [],
  deadline: onTheSpot,
  decidedBy,
  examples,
  subject: ({ person }) => person?.name ?? '',
  holder: ({ person }) => ({ name: person?.name ?? '申请人', citizenId: person?.citizenId ?? '' }),
  rightOffice: () => '本人户口所在的集体户（单位协管员）',
})
