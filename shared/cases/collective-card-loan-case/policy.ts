import { addDays, dateInChinese } from '../../base/plain-date.ts'
import { met, unknown, unmet, type Rule } from '../../policy/rule.ts'
import { standingCollective } from '../collective/household-rules.ts'
import type { LoanFacts } from './fields.ts'

/** Long enough for any office; a longer loan is warned about and not refused. */
const usualDays = 30

const isMember: Rule<LoanFacts> = {
  id: 'is-a-member',
  title: '是不是这个集体户的人',
  citations: ['WR-18'],
  consequence: 'refer',
  test: ({ person, household }) => {
    if (!person) return unknown('还没有选是谁的卡。', 'person')
    return person.status === 'registered' && person.householdNumber === household?.number
      ? met('是这个集体户的人。')
      : unmet(`${person.name}不在这个集体户。`, '请到本人户口所在的集体户借。')
  },
}

const borrowerMay: Rule<LoanFacts> = {
  id: 'borrower-may',
  title: '来借的人能不能借',
  citations: ['WR-94', 'CC-165'],
  consequence: 'ask',
  test: ({ borrower }) => {
    if (borrower === undefined) return unknown('还没有问谁来借。', 'borrower')
    return borrower === 'other'
      ? unmet('来的人没有委托书，卡上有本人的信息，不能给别人。', '请本人来，或者带写明事项的委托书。')
      : met('可以借。')
  },
}

const identityChecked: Rule<LoanFacts> = {
  id: 'identity-checked',
  title: '来人身份是否核对',
  citations: ['ID-14'],
  consequence: 'ask',
  test: ({ identityChecked: checked }) => {
    if (checked === undefined) return unknown('还没有核对来人身份。', 'identityChecked')
    return checked ? met('已核对。') : unmet('来人的身份没有核对清楚。', '请出示居民身份证。')
  },
}

const dueSoon: Rule<LoanFacts> = {
  id: 'due-in-time',
  title: '归还的日子对不对',
  citations: ['WR-18'],
  consequence: 'ask',
  test: ({ dueOn }, { day }) => {
    if (!dueOn) return unknown('还没有填什么时候还。', 'dueOn')
    return dueOn >= day
      ? met(`${dateInChinese(dueOn)}以前归还。`)
      : unmet('归还的日子在今天以前。', '请重新填归还的日子。')
  },
}

const notTooLong: Rule<LoanFacts> = {
  id: 'not-too-long',
  title: '借得久不久',
  citations: ['WR-18'],
  consequence: 'warn',
  test: ({ dueOn }, { day }) => {
    if (!dueOn) return unknown('还没有填什么时候还。', 'dueOn')
    return dueOn <= addDays(day, usualDays)
      ? met('一个月以内。')
      : unmet('借期超过一个月。', '确实需要的照常借，到期由本所提醒。')
  },
}

export const policy: readonly Rule<LoanFacts>[] = [
  standingCollective<LoanFacts>(false),
  isMember,
  borrowerMay,
  identityChecked,
  dueSoon,
  notTooLong,
]
