import { accepted, refused, type Refusal } from '../../base/outcome.ts'
import { dateInChinese } from '../../base/plain-date.ts'
import { changedHousehold } from '../../register/register-changes.ts'
import type { RecordView } from '../../register/record.ts'
import { collectiveGone, findCollective } from '../collective/household-rules.ts'
import type { PartialFacts } from '../fields.ts'
import type { Level } from '../levels.ts'
import { occasionOf } from '../record-ids.ts'
import { acceptStep, type Leads } from '../standard-steps/accept.ts'
import { actStep } from '../standard-steps/act.ts'
import { withdrawStep } from '../standard-steps/decide.ts'
import { lawOf } from '../standard-steps/judged-form.ts'
import { turnAwayStep } from '../standard-steps/turn-away.ts'
import type { Step } from '../step.ts'
import { fields, type LoanFacts } from './fields.ts'
import { policy } from './policy.ts'

/** An officer lends a card over the counter; there is nothing for a chief to decide. */
export const decidedBy = (): readonly Level[] => ['station']

const purposes = new Map(fields.purpose.choices.map(({ value, label }): [string, string] => [value, label]))

function openLoan(form: PartialFacts, records: RecordView) {
  const { person } = form as LoanFacts
  return findCollective(records, form)?.collective.loans.find(
    ({ personId, returnedOn }) => personId === person?.personId && returnedOn === undefined,
  )
}

/** A card that is out cannot be lent again. */
function cardIsOut(form: PartialFacts, records: RecordView): Refusal[] {
  const loan = openLoan(form, records)
  if (!loan) return []
  const { person } = form as LoanFacts
  const message = `${person?.name ?? ''}的卡${dateInChinese(loan.lentOn)}借出（${loan.purpose}），还没有归还。请先登记归还。`
  return [{ code: 'card-is-out', field: 'person', message }]
}

const law = lawOf(fields, policy, { recordFaults: cardIsOut })
const straightOn: Leads = { to: ['approved'], next: () => 'approved' }

const noLoan: Refusal = { code: 'no-loan', message: '登记里没有这次借出。请刷新以后再看。' }

export const steps: Readonly<Record<string, Step>> = {
  accept: acceptStep(law, straightOn),
  refer: turnAwayStep(law, 'refer'),
  askForMore: turnAwayStep(law, 'askForMore'),
  withdraw: withdrawStep,
  lend: actStep(fields, {
    name: '登记借出',
    permission: 'register-people',
    from: ['approved'],
    to: ['issued'],
    title: '登记借出',
    explain: '把卡交给来人，请对方在借用登记上签名。',
    fields: {},
    decide: (context) => {
      const facts = context.caseFile.form as LoanFacts
      const household = findCollective(context.records, facts)
      const personId = facts.person?.personId
      if (!household || !personId) return refused(collectiveGone)
      const faults = cardIsOut(facts, context.records)
      if (faults.length > 0) return refused(...faults)
      const purpose = purposes.get(facts.purpose ?? '') ?? ''
      const loan = { personId, purpose, lentOn: context.day, dueOn: facts.dueOn ?? context.day }
      const { collective } = household
      const lent = changedHousehold(
        household,
        { collective: { ...collective, loans: [...collective.loans, loan] } },
        { item: '成员卡', before: '在库', after: `${facts.person?.name ?? ''}借出` },
        occasionOf(context, 'card-lent', purpose),
      )
      return accepted({ status: 'issued', records: [lent] })
    },
  }),
  giveBack: actStep(fields, {
    name: '登记归还',
    permission: 'register-people',
    from: ['issued'],
    to: ['closed'],
    title: '登记归还',
    explain: '核对卡上的内容没有涂改，再登记归还。',
    fields: {},
    decide: (context) => {
      const household = findCollective(context.records, context.caseFile.form)
      const loan = openLoan(context.caseFile.form, context.records)
      if (!household || !loan) return refused(noLoan)
      const { collective } = household
      const loans = collective.loans.map((each) =>
        each === loan ? { ...each, returnedOn: context.day } : each,
      )
      const { person } = context.caseFile.form as LoanFacts
      const back = changedHousehold(
        household,
        { collective: { ...collective, loans } },
        { item: '成员卡', before: `${person?.name ?? ''}借出`, after: '归还' },
        occasionOf(context, 'card-lent', loan.purpose),
      )
      return accepted({ status: 'closed', records: [back] })
    },
  }),
}
