import { describe, expect, it } from 'vitest'
import { caseTypes } from '../../shared/cases/registry.ts'

/** Steps that send a case back or end it on somebody's word. */
const onAWord = ['return', 'returnFromCounty', 'returnFromCity', 'withdraw']

const steps = caseTypes.flatMap((caseType) =>
  onAWord.flatMap((name) => {
    const step = caseType.steps[name]
    return step ? [[caseType.id, name, step] as const] : []
  }),
)

describe('a case that is sent back or withdrawn', () => {
  it.each(steps)('(%s, %s) needs a reason in words, and takes a long one', (_id, _name, { facts }) => {
    expect(facts.safeParse({ reason: '' }).error?.issues[0]?.message).toMatch(/^请写明/)
    expect(facts.safeParse({}).success).toBe(false)
    expect(facts.safeParse({ reason: '委托书没有签名，请补签以后再来。' }).success).toBe(true)
    expect(facts.safeParse({ reason: '长'.repeat(501) }).success).toBe(false)
  })
})
