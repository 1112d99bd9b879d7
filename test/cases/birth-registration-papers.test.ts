import { describe, expect, it } from 'vitest'
import { must } from '../../shared/base/must.ts'
import { child, inOrder } from '../../shared/cases/birth-registration-case/example-family.ts'
import type { BirthFacts } from '../../shared/cases/birth-registration-case/fields.ts'
import { birthRegistration } from '../../shared/cases/birth-registration-case/index.ts'
import { approved, twins, twoNumbers } from '../builders/birth-walk.ts'
import type { CaseWalk } from '../builders/case-walk.ts'

describe('the papers of a birth', () => {
  const longest = '甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地人'
  const registered = (facts: BirthFacts, name: string) => {
    const walk = approved(facts)
    expect(walk.act('register', { numbers: [{ name, sequence: '000' }] })).toEqual([])
    return walk
  }
  const made = (walk: CaseWalk, id: string) => {
    const paper = birthRegistration.papers.find((each) => each.id === id)
    if (!paper || !walk.caseFile) throw new Error(`no paper ${id}`)
    expect(paper.available(walk.caseFile)).toBe(true)
    return walk.make(paper)
  }

  it.each(['register-form', 'booklet-page'])(
    '%s: carry child, head and number from the records it names',
    (id) => {
      const walk = registered(inOrder, '白小禾')
      const drawn = made(walk, id)
      const text = JSON.stringify(drawn)
      expect(drawn.ok).toBe(true)
      expect(text).toContain('白小禾')
      expect(text).toContain('次女')
      if (id === 'register-form') expect(text).toContain('白海山')
    },
  )

  it('never print the statistics mark', () => {
    const printed = (facts: BirthFacts) => {
      const walk = registered(facts, '白小禾')
      const context = walk.paperContext()
      const available = birthRegistration.papers.filter(({ available }) => available(context.caseFile))
      return available.map((paper) => [paper.id, paper.make(context)])
    }
    const marked = printed({ ...inOrder, outsidePolicy: true })
    expect(marked).toEqual(printed(inOrder))
    expect(marked.map(([id]) => id)).toEqual(
      expect.arrayContaining(['receipt', 'approval-form', 'register-form', 'booklet-page']),
    )
    expect(JSON.stringify(marked)).not.toMatch(/政策外|超生|计划外/)
  })

  it('hold a name of twenty-five characters', () => {
    const facts = { ...inOrder, children: [{ ...child, name: `白${longest.slice(0, 24)}` }] }
    const walk = registered(facts, `白${longest.slice(0, 24)}`)
    expect(made(walk, 'register-form').ok).toBe(true)
    expect(made(walk, 'booklet-page').ok).toBe(true)
  })

  it('have no booklet page for a child that died', () => {
    const walk = registered(
      { ...inOrder, children: [{ ...child, diedOn: '2026-03-07', deathProofSeen: true }] },
      '白小禾',
    )
    expect(JSON.stringify(made(walk, 'register-form'))).toContain('2026年3月13日因死亡注销')
    expect(
      birthRegistration.papers
        .find(({ id }) => id === 'booklet-page')
        ?.available(must(walk.caseFile, 'a case')),
    ).toBe(false)
  })

  it('set twins on pages of their own', () => {
    const walk = approved(twins)
    expect(walk.act('register', { numbers: twoNumbers })).toEqual([])
    const text = JSON.stringify(made(walk, 'booklet-page'))
    expect(text.match(/pageBreak/g)).toHaveLength(1)
    expect(text).toContain('白小麦')
  })
})
