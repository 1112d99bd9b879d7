import { describe, expect, it } from 'vitest'
import type { CaseType, Example } from '../../shared/cases/case-type.ts'
import { caseTypes } from '../../shared/cases/registry.ts'
import { registerBehind } from '../builders/register-behind.ts'
import { CaseWalk } from '../builders/case-walk.ts'

/** How a conclusion is carried out at the counter. */
const stepFor: Partial<Record<Example['conclusion'], string>> = {
  ready: 'accept',
  investigate: 'accept',
  hold: 'accept',
  ask: 'askForMore',
  refer: 'refer',
  route: 'refer',
  refuse: 'refuse',
}

/** The walk of an example to its paper at the counter; undefined where the made-up register does not hold its people. */
function walked(caseType: CaseType, { facts, day, conclusion }: Example): CaseWalk | undefined {
  const step = stepFor[conclusion]
  const behind = registerBehind(caseType, facts)
  const walk = new CaseWalk(caseType, day, ...behind.records)
  return step && walk.open(behind.facts, 'officer', step).length === 0 ? walk : undefined
}

function papersAtTheCounter(caseType: CaseType) {
  return caseType.examples.flatMap((example) => {
    const walk = walked(caseType, example)
    return walk ? papersOf(walk) : []
  })
}

function papersOf(walk: CaseWalk) {
  const { caseFile } = walk
  if (!caseFile) return []
  return walk.caseType.papers
    .filter((paper) => paper.available(caseFile))
    .map((paper) => ({ id: paper.id, made: walk.make(paper) }))
}

describe.each(caseTypes.map((caseType) => [caseType.name, caseType] as const))('%s', (_name, caseType) => {
  let atTheCounter: ReturnType<typeof papersAtTheCounter> | undefined
  const papers = () => (atTheCounter ??= papersAtTheCounter(caseType))

  it('gives a receipt, one notice of everything missing, and a reasoned slip to whoever is sent on or refused', () => {
    const made = new Set(papers().map(({ id }) => id))
    expect(made).toContain('receipt')
    expect(made).toContain('approval-form')
    const ends = caseType.policy.map(({ consequence }) => consequence)
    expect(made.has('one-time-notice')).toBe(ends.includes('ask'))
    expect(made.has('refusal')).toBe(ends.includes('refuse'))
    expect(made.has('referral')).toBe(ends.includes('refer') || ends.includes('route'))
  })

  it('makes every paper that it offers, and prints neither an agricultural mark nor a hole', () => {
    expect(papers().filter(({ made }) => !made.ok)).toEqual([])
    const printed = papers().map(({ made }) => JSON.stringify(made))
    expect(printed.filter((text) => /农业|undefined|NaN|\[object/.test(text))).toEqual([])
  })
})
