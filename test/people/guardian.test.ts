import { describe, expect, it } from 'vitest'
import { capacityOn, isAdult, isMinor, isUnderEight, mayLiveOnOwnWage } from '../../shared/people/capacity.ts'
import { mayBeGuardian, type GuardianCandidate, type Ward } from '../../shared/people/guardian.ts'
import { relationBetween } from '../../shared/people/kinship-between.ts'

const day = '2026-03-01'

function ask(guardian: Partial<GuardianCandidate>, ward: Partial<Ward> = {}) {
  const outcome = mayBeGuardian(
    { name: '样大山', birthDate: '1990-01-01', ...guardian },
    { name: '样小雨', birthDate: '2020-01-01', ...ward },
    day,
  )
  if (outcome.ok) return { ...outcome.value, hints: outcome.value.hints.join('') }
  const refusal = outcome.refusals[0]
  return { code: refusal?.code, citation: refusal?.citation, words: refusal?.message }
}

describe('capacity by age', () => {
  it.each([
    ['2026-03-01', 'none'],
    ['2018-03-02', 'none'],
    ['2018-03-01', 'limited'],
    ['2008-03-02', 'limited'],
    ['2008-03-01', 'full'],
    ['2008-02-29', 'full'],
  ])('of somebody born on %s is %s', (birthDate, capacity) => {
    expect(capacityOn(birthDate, day)).toBe(capacity)
    expect(isAdult(birthDate, day)).toBe(capacity === 'full')
    expect(isMinor(birthDate, day)).toBe(capacity !== 'full')
    expect(isUnderEight(birthDate, day)).toBe(capacity === 'none')
  })

  it('comes on 1 March for a birth on 29 February', () => {
    expect(isAdult('2008-02-29', '2026-02-28')).toBe(false)
    expect(isAdult('2008-02-29', '2026-03-01')).toBe(true)
  })

  it('lets sixteen and seventeen live on their own wage', () => {
    const ages = ['2010-03-02', '2010-03-01', '2008-03-02', '2008-03-01']
    expect(ages.map((birthDate) => mayLiveOnOwnWage(birthDate, day))).toEqual([false, true, true, false])
  })
})

describe('the guardian of a minor', () => {
  it('is a parent', () => {
    expect(ask({ relation: 'parent' })).toEqual({ basis: 'parent', citation: 'CC-27', hints: '' })
  })

  it('is a parent also under eighteen, whose own parents sign too', () => {
    const young = ask({ relation: 'parent', birthDate: '2009-01-01' }, { birthDate: '2026-02-01' })
    expect(young).toMatchObject({ basis: 'parent' })
    expect(young).toHaveProperty('hints', expect.stringContaining('一同到场'))
  })

  it.each(['grandparent', 'sibling'] as const)('is a %s when the parents cannot be', (relation) => {
    expect(ask({ relation }, { hasAbleParent: false })).toMatchObject({ basis: 'kin', hints: '' })
    expect(ask({ relation })).toHaveProperty('hints', expect.stringContaining('问明父母'))
    expect(ask({ relation }, { hasAbleParent: true })).toMatchObject({ code: 'guardian-after-parents' })
  })

  it.each([
    [{ relation: 'sibling', birthDate: '2008-03-02' }, 'guardian-minor', '没有满 18 周岁'],
    [{ relation: 'parent', deceased: true }, 'guardian-deceased', '已经死亡'],
    [{ relation: 'non-kin' }, 'guardian-not-kin', '不是样小雨的亲属'],
    [{ relation: 'other-kin' }, 'guardian-not-kin', '指定的书面材料'],
    [{}, 'guardian-relation-unknown', '看不出'],
    [{ appointed: true, birthDate: '2010-01-01' }, 'guardian-minor', '没有满 18 周岁'],
    [{ appointed: true, deceased: true }, 'guardian-deceased', '已经死亡'],
  ] as const)('is not %j: %s', (guardian, code, because) => {
    const answer = ask(guardian)
    expect(answer).toMatchObject({ code, citation: 'CC-27' })
    expect(answer).toHaveProperty('words', expect.stringContaining(because))
  })

  it('is anybody of age who was appointed', () => {
    expect(ask({ relation: 'non-kin', appointed: true })).toMatchObject({ basis: 'appointed' })
    expect(ask({ appointed: true }, { hasAbleParent: true })).toMatchObject({ basis: 'appointed' })
  })

  it('follows from the booklet when the candidate is the head', () => {
    const head = { relationToHead: '02', sex: '1' }
    const relation = relationBetween({ relationToHead: '22', sex: '1' }, head)?.kind
    expect(ask({ relation })).toMatchObject({ basis: 'parent' })
  })
})

describe('the guardian of an adult', () => {
  const grown = { birthDate: '1960-01-01' }

  it('is nobody while no court found the adult without capacity', () => {
    const answer = ask({ relation: 'spouse' }, grown)
    expect(answer).toMatchObject({ code: 'ward-of-age', citation: 'CC-28' })
    expect(answer).toHaveProperty('words', expect.stringContaining('本人办理'))
  })

  it.each([
    ['spouse', 'spouse'],
    ['parent', 'parent'],
    ['child', 'kin'],
    ['sibling', 'kin'],
    ['grandchild', 'kin'],
  ] as const)('is a %s after the court’s finding', (relation, basis) => {
    expect(ask({ relation }, { ...grown, courtFoundIncapable: true })).toMatchObject({
      basis,
      citation: 'CC-28',
    })
  })

  it('is no child under eighteen and no stranger', () => {
    const ward = { ...grown, courtFoundIncapable: true }
    expect(ask({ relation: 'child', birthDate: '2010-01-01' }, ward)).toMatchObject({
      code: 'guardian-minor',
    })
    expect(ask({ relation: 'parent', birthDate: '2010-01-01' }, ward)).toMatchObject({
      code: 'guardian-minor',
    })
    expect(ask({ relation: 'non-kin' }, ward)).toMatchObject({ code: 'guardian-not-kin', citation: 'CC-28' })
  })
})
