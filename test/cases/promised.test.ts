import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { caseStatuses, type CaseFile } from '../../shared/cases/case-file.ts'
import { promisedBy, workingDaysOverdue } from '../../shared/cases/deadline.ts'
import { caseworkerOf, openCasesOf } from '../../shared/cases/open-cases.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { hands } from '../builders/case-walk.ts'
import { toTheDecision } from '../builders/whole-walk.ts'

const cancellation = must(findCaseType('cancellation'), 'the cancellation')
const example = must(cancellation.examples[0], 'an example')
const decided = must(toTheDecision(cancellation, example).walk.caseFile, 'a case')
const promised = '2026-03-09'

describe('the day that the receipt promises', () => {
  it('is so many working days after the acceptance, over the weekend', () => {
    expect(example.day).toBe('2026-03-04')
    expect(promisedBy(cancellation, decided)).toBe(promised)
  })

  it('counts from the acceptance, also when the case was opened before it, and from the opening without one', () => {
    const opened: CaseFile = { ...decided, openedAt: '2026-02-02T02:00:00.000Z' }
    expect(promisedBy(cancellation, opened)).toBe(promised)
    const amended = decided.steps.map((taken) =>
      taken.step === 'accept' ? { ...taken, step: 'amend' } : taken,
    )
    expect(promisedBy(cancellation, { ...opened, steps: amended })).toBe(promised)
    const never = decided.steps.filter(({ step }) => step !== 'accept')
    expect(promisedBy(cancellation, { ...opened, steps: never })).toBe('2026-02-05')
  })

  it('is past by working days alone', () => {
    const overdue = (today: string) => workingDaysOverdue(cancellation, decided, today)
    expect([promised, '2026-03-10', '2026-03-14', '2026-03-16'].map(overdue)).toEqual([0, 1, 4, 5])
  })

  it('is past only while somebody has to decide', () => {
    const never = caseStatuses.filter(
      (status) => workingDaysOverdue(cancellation, { ...decided, status }, '2026-03-16') === 0,
    )
    expect(never.join(' ')).toBe('supplementing issued closed referred refused withdrawn')
  })
})

describe('the cases that somebody would leave behind', () => {
  const { officer } = hands
  const secondOfficer = { ...hands.secondOfficer, policeNumber: '150001' }
  const chief = { ...hands.chief, policeNumber: '150002' }
  const later: CaseFile = {
    ...decided,
    id: 'later',
    steps: decided.steps.map((taken) => ({ ...taken, at: '2026-03-05T02:00:00.000Z' })),
  }
  const held: CaseFile = {
    ...decided,
    id: 'held',
    holding: { ...secondOfficer, actionId: 'a', since: example.day },
  }
  const idsOf = (person: typeof officer, cases: readonly CaseFile[]) =>
    openCasesOf(person, cases, findCaseType).map(({ caseFile }) => caseFile.id)

  it('are those that the person opened and nobody else holds, the earliest promise first', () => {
    expect(idsOf(officer, [later, held, decided])).toEqual([decided.id, 'later'])
    expect(idsOf(secondOfficer, [later, held, decided])).toEqual(['held'])
    expect(idsOf(chief, [later, held, decided])).toEqual([])
  })

  it('are none that are over, and none of a matter that this program does not know', () => {
    expect(idsOf(officer, [{ ...decided, status: 'closed' }])).toEqual([])
    expect(idsOf(officer, [{ ...decided, caseType: 'marriage' }])).toEqual([])
    expect(idsOf(officer, [{ ...decided, steps: [] }])).toEqual([])
  })

  it('carry the day that was promised', () => {
    expect(openCasesOf(officer, [decided], findCaseType)).toMatchObject([
      { promised, caseType: { id: 'cancellation' } },
    ])
    expect(caseworkerOf(held)?.userId).toBe(secondOfficer.userId)
    expect(caseworkerOf(decided)?.userId).toBe(officer.userId)
  })
})
