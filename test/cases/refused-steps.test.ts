import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { actionVersion, type Action } from '../../shared/cases/action.ts'
import { exampleStation } from '../../shared/cases/example-certificate.ts'
import { caseTypes, findCaseType } from '../../shared/cases/registry.ts'
import type { Step } from '../../shared/cases/step.ts'
import { CaseWalk, hands } from '../builders/case-walk.ts'
import { startOf } from '../builders/whole-walk.ts'

const cancellation = must(findCaseType('cancellation'), 'the cancellation')
const example = must(cancellation.examples[0], 'an example')
const opinion = { opinion: '同意', stationName: exampleStation.name, withOpenQuestion: true }

function accepted(): CaseWalk {
  const { facts, records } = startOf(cancellation, example)
  const walk = new CaseWalk(cancellation, example.day, ...records)
  expect(walk.open(facts)).toEqual([])
  return walk
}

function tried(step: string, over: Partial<Action>, by: keyof typeof hands = 'chief'): string {
  const walk = accepted()
  const codes = walk.take(step, opinion, by, over)
  return `${codes.join(' ')}: ${walk.messages.join('')}`
}

describe('a step that does not fit the case', () => {
  it.each([
    ['a step that the matter has not', 'marry', {}, 'no-such-step: “注销户口”没有这个步骤：marry。'],
    [
      'a step of a newer program',
      'approve',
      { version: actionVersion + 1 },
      'newer-version: 这一步来自更新版本的程序，请先升级再处理。',
    ],
    [
      'a step of another matter',
      'approve',
      { caseType: 'restoration' },
      'other-case-type: 这一步与案件种类不符。',
    ],
    [
      'a step of another station',
      'approve',
      { station: '150404100000' },
      'other-station: 这是别的派出所的案件，本所不能办理。',
    ],
    [
      'a step on a later state than the one here',
      'approve',
      { base: { case: 2, records: {} } },
      'base-missing: 这一步之前的一步没有被接收，所以这一步也不能接收。请先处理前一步。',
    ],
  ] as const)('is refused: %s', (_name, step, over, told) => {
    expect(tried(step, over)).toBe(told)
  })

  it('is refused to somebody whose post may not take it', () => {
    expect(tried('approve', {}, 'auxiliary')).toBe('not-permitted: 您的岗位不能“批准”，请交给有权限的同事。')
  })

  it('is refused to whoever opened the case, whatever the post', () => {
    const by = { ...hands.chief, userId: hands.officer.userId }
    expect(tried('approve', { by })).toBe(
      'four-eyes: 本案由您经办过，不能再由您“批准”。请另一位有权限的同事办理。',
    )
  })

  it('is taken on the state that it was made on, and on an earlier one that nothing contradicts', () => {
    expect(accepted().take('approve', opinion, 'chief', { base: { case: 1, records: {} } })).toEqual([])
    expect(accepted().take('approve', opinion, 'chief', { base: { case: 0, records: {} } })).toEqual([])
  })
})

/** What a step says to nobody's case; a step that opens one reads its facts first. */
function withoutCase(step: Step): string {
  const context = { caseFile: undefined, day: example.day, records: new Map() }
  const action = { ...opinion, by: hands.chief, station: exampleStation.code } as unknown as Action
  try {
    const decided = step.decide({ ...context, action }, {})
    return decided.ok ? 'taken' : decided.refusals.map(({ code, message }) => `${code} ${message}`).join('')
  } catch {
    return 'not without facts'
  }
}

describe('a step without a case', () => {
  it('says so', async () => {
    const lines = caseTypes.flatMap(({ id, steps }) =>
      Object.entries(steps).map(([name, step]) => `${id} ${name}: ${withoutCase(step)}`),
    )
    await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot('./said/without-a-case.txt')
  })
})
