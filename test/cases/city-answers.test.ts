import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import type { Example } from '../../shared/cases/case-type.ts'
import { isInConflict } from '../../shared/cases/case-file.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { CaseWalk } from '../builders/case-walk.ts'
import { furtherSteps, toTheDecision } from '../builders/whole-walk.ts'

const reissue = must(findCaseType('migration-certificate-reissue'), 'the reissue')
const cancellation = must(findCaseType('cancellation'), 'the cancellation')
/** A reissue on which the city has been asked whether the people have landed elsewhere. */
const asked: Example = must(
  reissue.examples.find((example) => {
    const questions = toTheDecision(reissue, example).walk.caseFile?.questions ?? []
    return example.conclusion === 'ready' && questions.some(({ kind }) => kind === 'landed')
  }),
  'an example with the question',
)

function decided(): CaseWalk {
  return toTheDecision(reissue, asked).walk
}

function handedOver(): CaseWalk {
  const walk = decided()
  expect(furtherSteps(walk, asked.day)).toEqual([])
  return walk
}

const questionOf = ({ caseFile }: CaseWalk) => must(caseFile?.questions[0], 'the question')
const landed = { value: 'landed', on: '2026-03-01', office: '沈阳市样例派出所' }

function answer(walk: CaseWalk, facts: Readonly<Record<string, unknown>>): string[] {
  return walk.take('cityAnswer', { questionId: questionOf(walk).id, ...facts }, 'city')
}

function settle(walk: CaseWalk, decision: string, note = '查过了'): string[] {
  return walk.take('settleConflict', { questionId: questionOf(walk).id, decision, note }, 'chief')
}

function sheetsOf({ records }: CaseWalk) {
  return [...records.values()].flatMap((record) =>
    record.kind === 'certificate' ? [[record.serial.digits, record.state, record.landing]] : [],
  )
}

describe('the city’s answer', () => {
  it('stands on the question with its day and office, and moves the case nowhere', () => {
    const walk = decided()
    expect(answer(walk, { value: 'not-landed' })).toEqual([])
    expect(walk.caseFile?.status).toBe('approved')
    expect(questionOf(walk)).toMatchObject({ answer: { value: 'not-landed' }, conflict: false })
    expect(questionOf(walk).answer).not.toHaveProperty('on')
    expect(questionOf(walk).answer).not.toHaveProperty('office')
  })

  it('against the case is a conflict, and the register says that the certificate has landed', () => {
    const walk = decided()
    expect(answer(walk, landed)).toEqual([])
    const { value, on, office } = landed
    expect(questionOf(walk)).toMatchObject({ answer: { value, on, office }, conflict: true })
    expect(sheetsOf(walk)).toContainEqual([
      expect.any(String),
      'landed',
      { on: landed.on, office: landed.office, source: 'city' },
    ])
  })

  it('without a day and an office is of the day it came, by an office not named', () => {
    const walk = decided()
    answer(walk, { value: 'landed' })
    expect(sheetsOf(walk)).toContainEqual([
      expect.any(String),
      'landed',
      { on: asked.day, office: '', source: 'city' },
    ])
  })

  it('on a certificate that is void already leaves it void, with the landing on it', () => {
    const walk = handedOver()
    expect(answer(walk, landed)).toEqual([])
    expect(sheetsOf(walk)).toContainEqual([
      expect.any(String),
      'void',
      { on: landed.on, office: landed.office, source: 'city' },
    ])
  })

  it('to a question that the case has not is refused', () => {
    const walk = decided()
    expect(walk.take('cityAnswer', { questionId: 'another', value: 'none' }, 'city')).toEqual([
      'no-such-question',
    ])
    expect(walk.messages).toEqual(['案件里没有这个待核查的问题。'])
  })

  it.each([['withdraw', 'withdrawn']] as const)(
    'is no conflict on a case that is over: %s',
    (step, status) => {
      const walk = decided()
      expect(walk.take(step, { reason: '不办了' })).toEqual([])
      expect(walk.caseFile?.status).toBe(status)
      expect(answer(walk, landed)).toEqual([])
      expect(questionOf(walk).conflict).toBe(false)
    },
  )
})

describe('a conflict', () => {
  it('stops the case for whoever has seen it, until the chief decides', () => {
    const walk = decided()
    answer(walk, landed)
    expect(furtherSteps(walk, asked.day)).toEqual(['in-conflict'])
    expect(walk.messages).toEqual(['市局的答复与本案有冲突。请所长先在“处理冲突”里决定，再办下一步。'])
  })

  it('stops the printer also for whoever had not seen it', () => {
    const walk = decided()
    const base = { case: walk.caseFile?.version ?? 0, records: {} }
    answer(walk, landed)
    const printing = {
      serial: { printYear: 2026, prefix: '蒙', digits: '00000901' },
      issuedOn: asked.day,
      validUntil: asked.day,
      issuerName: '样例派出所',
    }
    expect(walk.take('print', printing, 'officer', { base })).toEqual(['in-conflict'])
    expect(walk.messages).toEqual(['市局的答复与本案有冲突，先处理冲突，再决定是否打印。'])
  })

  it('settled as a mistake of the city’s lets the case go on as it was', () => {
    const walk = decided()
    answer(walk, landed)
    expect(settle(walk, 'keep')).toEqual([])
    expect(walk.caseFile?.status).toBe('approved')
    expect(isInConflict(must(walk.caseFile, 'a case'))).toBe(false)
    expect(questionOf(walk).settled).toMatchObject({ by: '所长丁', note: '查过了' })
  })

  it('that stands ends a case without a certificate as refused', () => {
    const walk = decided()
    answer(walk, landed)
    expect(settle(walk, 'withdraw-certificate')).toEqual([])
    expect(walk.caseFile?.status).toBe('refused')
    expect(walk.caseFile?.sheets).toEqual([])
  })

  it('that stands takes the new certificate back: void, by this case, and withdrawn on it', () => {
    const walk = handedOver()
    answer(walk, landed)
    const key = must(walk.caseFile?.sheets[0]?.key, 'a sheet')
    expect(settle(walk, 'withdraw-certificate')).toEqual([])
    expect(walk.caseFile?.sheets).toEqual([{ key, outcome: 'withdrawn' }])
    expect(walk.records.get(key)).toMatchObject({
      state: 'void',
      voided: { on: asked.day, reason: 'withdrawn', caseId: walk.caseFile?.id },
    })
  })

  it('is settled once, with a reason, by the chief', () => {
    const walk = decided()
    expect(settle(walk, 'keep')).toEqual(['no-conflict'])
    answer(walk, landed)
    expect(settle(walk, 'keep', '')).toEqual(['bad-fact'])
    const facts = { questionId: questionOf(walk).id, decision: 'keep', note: '查过了' }
    expect(walk.take('settleConflict', facts, 'officer')).toEqual(['not-permitted'])
    expect(settle(walk, 'keep')).toEqual([])
    expect(settle(walk, 'keep')).toEqual(['no-conflict'])
    expect(walk.messages).toEqual(['这个问题没有冲突，或者已经处理过了。'])
  })

  it('on a case that has changed the register already is undone by a case of its own', () => {
    const example = must(cancellation.examples[0], 'an example')
    const { walk } = toTheDecision(cancellation, example)
    expect(furtherSteps(walk, example.day)).toEqual([])
    const { caseFile } = walk
    const question = {
      id: 'q1',
      kind: 'registered-elsewhere',
      about: '',
      askedAt: '2026-03-04T02:00:00.000Z',
      conflict: true,
    }
    walk.caseFile = { ...must(caseFile, 'a case'), questions: [question as never] }
    const facts = { questionId: 'q1', decision: 'withdraw-certificate', note: '查过了' }
    expect(walk.take('settleConflict', facts, 'chief')).toEqual(['register-already-changed'])
    expect(walk.messages.join('')).toContain('双重户口')
  })
})
