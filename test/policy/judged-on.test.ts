import { describe, expect, it } from 'vitest'
import { instruments } from '../../shared/policy/instruments/index.ts'
import { judge, judgedOn } from '../../shared/policy/judge.ts'
import { met, notApplicable, settingAt, unmet, type Rule } from '../../shared/policy/rule.ts'

const rule = (id: string, test: Rule<object>['test']): Rule<object> => ({
  id,
  title: id,
  citations: ['HR-6'],
  consequence: 'refuse',
  test,
})

describe('what a decision stores', () => {
  const setting = settingAt({ code: '150499100000', name: '样例派出所' }, '2026-03-04')
  const rules = [
    rule('one', () => met('可以。')),
    rule('two', () => unmet('不行。', '请改。')),
    rule('three', () => notApplicable),
  ]
  const stored = judgedOn(judge(rules, {}, setting), '2026-03-04')

  it("names the day, the conclusion and every rule's answer", () => {
    expect(stored).toMatchObject({
      day: '2026-03-04',
      conclusion: 'refuse',
      rules: { one: 'met', two: 'unmet', three: 'not-applicable' },
    })
  })

  it('names every instrument with the day from which it is in force', () => {
    expect(Object.entries(stored.instruments)).toEqual(
      instruments.map(({ id, inForceFrom }) => [id, inForceFrom]),
    )
  })
})
