import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkPersonName, nameLength, normalisePersonName } from '../../shared/people/person-name.ts'

function codeOf(typed: string): string {
  const checked = checkPersonName(typed)
  return checked.ok ? 'ok' : (checked.refusals[0]?.code ?? '')
}

describe('a name', () => {
  it.each(['・', '•', '‧', '．', '。', '·', '.', '･', '｡', '∙', '⋅'])(
    'has the one interpunct for “%s”, and says so when it changed it',
    (dot) => {
      const checked = checkPersonName(`阿依${dot}样例`)
      expect(checked.ok && checked.value.name).toBe('阿依\u00B7样例')
      expect(checked.ok && 'hint' in checked.value).toBe(dot !== '\u00B7')
    },
  )

  it('loses the spaces inside and around it, and only inside ones are worth a word', () => {
    expect(checkPersonName(' 样例 ')).toEqual({ ok: true, value: { name: '样例' } })
    expect(checkPersonName('样　例')).toEqual({
      ok: true,
      value: { name: '样例', hint: '姓名里的空格已去掉。' },
    })
  })

  it('of twenty-five characters fits, also with rare characters of two code units', () => {
    expect(codeOf('样'.repeat(25))).toBe('ok')
    expect(codeOf('𠮷'.repeat(25))).toBe('ok')
    expect(nameLength('𠮷田')).toBe(2)
    expect(codeOf('样'.repeat(50))).toBe('ok')
    expect(codeOf('样'.repeat(51))).toBe('name-length')
  })

  it('keeps a rare or private character as it is', () => {
    expect(normalisePersonName('\u{2A700}\uF900')).toBe('\u{2A700}\uF900')
    const checked = checkPersonName('样\uE000')
    expect(checked.ok && checked.value.hint).toContain('造字')
  })

  it.each(['样1', '样１', 'Yang', '样<例', '样\u0007', '样（例）', '样-例', '样\u200B例'])(
    'refuses “%s” by what is in it',
    (typed) => {
      expect(codeOf(typed)).toBe('name-characters')
    },
  )

  it.each(['·样例', '样例。', '样··例'])('refuses “%s”: a dot stands between two characters', (typed) => {
    expect(codeOf(typed)).toBe('name-dots')
  })

  it('that was accepted is accepted again unchanged', () => {
    const written = fc.string({
      unit: fc.constantFrom('样', '例', '𠮷', '・', '·', ' ', '.'),
      minLength: 1,
      maxLength: 30,
    })
    fc.assert(
      fc.property(written, (typed) => {
        const once = checkPersonName(typed)
        fc.pre(once.ok)
        expect(once.ok && checkPersonName(once.value.name)).toEqual({
          ok: true,
          value: { name: once.ok && once.value.name },
        })
      }),
    )
  })
})
