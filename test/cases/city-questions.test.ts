import { assert, integer, property } from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/base/plain-date.ts'
import { must } from '../../shared/base/must.ts'
import { isTooCloseToBe, readMotherBirths } from '../../shared/cases/city-questions.ts'
import { findCaseType } from '../../shared/cases/registry.ts'
import { CaseWalk, type Hand } from '../builders/case-walk.ts'
import { registerBehind } from '../builders/register-behind.ts'

const day = '2026-03-05'

/** The first ready example of a case type, accepted. */
function accepted(id: string, fits: (facts: Readonly<Record<string, unknown>>) => boolean = () => true) {
  const caseType = must(findCaseType(id), 'the case type exists')
  const example = must(
    caseType.examples.find(({ conclusion, facts }) => conclusion === 'ready' && fits(facts)),
    'it has such an example',
  )
  const behind = registerBehind(caseType, example.facts)
  const walk = new CaseWalk(caseType, example.day, ...behind.records)
  expect(walk.open(behind.facts)).toEqual([])
  return walk
}

/** Each level's word, and whose it is. */
const words = [
  ['approve', 'chief'],
  ['approveCounty', 'county'],
  ['approveCity', 'city'],
] as const

const usedNumber = (facts: Readonly<Record<string, unknown>>) => facts['usedNumber'] !== undefined
const asksTheCity: Readonly<Record<string, typeof usedNumber>> = {
  'late-registration': usedNumber,
  'other-without-hukou': usedNumber,
}

const kindsOf = (walk: CaseWalk) => [...new Set(walk.caseFile?.questions.map(({ kind }) => kind))].toSorted()

describe('what the city is asked', () => {
  it('of a birth: its certificate, the same child, another birth of the mother', () => {
    expect(kindsOf(accepted('birth-registration'))).toEqual([
      'birth-certificate-used',
      'mother-births',
      'same-person',
    ])
  })

  it('of a restoration: whether the number is registered elsewhere', () => {
    expect(kindsOf(accepted('restoration'))).toEqual(['registered-elsewhere'])
  })

  it('of others without hukou: a number that was given before', () => {
    const walk = accepted('late-registration', ({ usedNumber }) => usedNumber !== undefined)
    expect(kindsOf(walk)).toContain('registered-elsewhere')
  })

  it('is asked once, whatever is handed in again', () => {
    const walk = accepted('birth-registration')
    const before = walk.caseFile?.questions
    walk.approve('chief')
    expect(walk.caseFile?.questions).toEqual(before)
    expect(new Set(before?.map(({ id }) => id)).size).toBe(before?.length)
  })
})

describe('a case that waits for the city', () => {
  it('is decided only by somebody who says that the answer is still open', () => {
    const walk = accepted('birth-registration')
    const blind = { opinion: '同意', stationName: '样例派出所', withOpenQuestion: false }
    expect(walk.take('approve', blind, 'chief')).toEqual(['open-question-unseen'])
    expect(walk.answerAll('none')).toEqual([])
    expect(walk.take('approve', blind, 'chief')).toEqual([])
  })

  it.each(['late-registration', 'other-without-hukou', 'restoration'])(
    'is not finally decided before the answer where it is about who somebody is: %s',
    (id) => {
      const walk = accepted(id, asksTheCity[id])
      expect(kindsOf(walk)).not.toEqual([])
      const seen = { opinion: '同意', stationName: '样例派出所', withOpenQuestion: true }
      const lastOf = () => {
        for (const [step, by] of words) if (walk.take(step, seen, by).length > 0) return { step, by }
        throw new Error('it was decided')
      }
      const { step: last, by } = lastOf()
      expect(walk.refusals.map(({ code }) => code)).toEqual(['question-unanswered'])
      expect(walk.messages.join('')).toContain('等市局答复后才能批准')
      expect(walk.answerAll('none')).toEqual([])
      expect(walk.take(last, seen, by)).toEqual([])
      expect(walk.caseFile?.status).toBe('approved')
    },
  )

  it('goes no further on a contrary answer, until a chief has settled it', () => {
    const walk = accepted('birth-registration')
    expect(walk.answerAll('found')).toEqual([])
    expect(walk.approve('chief')).toEqual(['in-conflict'])
    const settle = (questionId: string, by: Hand) =>
      walk.take('settleConflict', { questionId, decision: 'keep', note: '对方录错' }, by)
    const [first] = walk.caseFile?.questions ?? []
    expect(settle(first?.id ?? '', 'officer')).toEqual(['not-permitted'])
    for (const { id } of walk.caseFile?.questions ?? []) expect(settle(id, 'chief')).toEqual([])
    expect(walk.approve('chief')).toEqual([])
  })

  it('ends where the chief takes the city’s word', () => {
    const walk = accepted('birth-registration')
    expect(walk.answerAll('found')).toEqual([])
    const [first] = walk.caseFile?.questions ?? []
    const stop = { questionId: first?.id ?? '', decision: 'withdraw-certificate', note: '确已登记' }
    expect(walk.take('settleConflict', stop, 'chief')).toEqual([])
    expect(walk.caseFile?.status).toBe('refused')
  })

  it('is not undone by a click once somebody stands in the register', () => {
    const walk = accepted('birth-registration')
    expect(walk.approve('chief')).toEqual([])
    const caseFile = must(walk.caseFile, 'the case stands')
    walk.caseFile = { ...caseFile, status: 'closed' }
    expect(walk.answerAll('found')).toEqual([])
    const [first] = walk.caseFile.questions
    const stop = { questionId: first?.id ?? '', decision: 'withdraw-certificate', note: '确已登记' }
    expect(walk.take('settleConflict', stop, 'chief')).toEqual(['register-already-changed'])
  })
})

describe('two births of one mother', () => {
  it('are looked into from the second day to the two hundred and sixty-ninth, whichever came first', () => {
    assert(
      property(integer({ min: -600, max: 600 }), (between) => {
        const other = addDays(day, between)
        const distance = between < 0 ? -between : between
        expect(isTooCloseToBe(day, other)).toBe(distance > 1 && distance < 270)
        expect(isTooCloseToBe(other, day)).toBe(isTooCloseToBe(day, other))
      }),
    )
  })

  it('are read from the question as they were asked', () => {
    expect(readMotherBirths('births-of:150499199001010018/2026-03-05')).toEqual({
      mother: '150499199001010018',
      bornOn: '2026-03-05',
    })
    expect(readMotherBirths('citizen-id:150499199001010018')).toBeUndefined()
  })
})
