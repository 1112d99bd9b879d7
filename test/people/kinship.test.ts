import { describe, expect, it } from 'vitest'
import { familyRelations } from '../../shared/codes/gbt4761-family-relation.ts'
import { inBookletOrder, suggestChildRelation } from '../../shared/people/household-order.ts'
import { relationBetween } from '../../shared/people/kinship-between.ts'
import {
  isChild,
  isChildInLaw,
  isGrandchild,
  isGrandparent,
  isGreatGrandchild,
  isHead,
  isKin,
  isParent,
  isParentInLaw,
  isSibling,
  isSpouse,
  relationKind,
  relationSexFault,
  sexOfRelation,
} from '../../shared/people/kinship.ts'

const codes = familyRelations.entries.map(({ code }) => code)

function codesThat(predicate: (code: string) => boolean): string {
  return codes.filter(predicate).join(' ')
}

describe('a relation to the head', () => {
  it('has a kind for every code of the standard, and for no other', () => {
    for (const code of codes) expect(relationKind(code)).toBeTruthy()
    expect(() => relationKind('98')).toThrow(RangeError)
    expect(isKin('98')).toBe(false)
  })

  it.each([
    [isHead, '01 02'],
    [isSpouse, '10 11 12'],
    [isChild, '20 21 22 23 24 25 26 27 29 30 31 32 33 34 35 36 37 39'],
    [isChildInLaw, '28 38'],
    [isGrandchild, '40 41 42 43 44 49'],
    [isGreatGrandchild, '47 48'],
    [isParent, '50 51 52 57 58 59'],
    [isParentInLaw, '53 54 55 56'],
    [isGrandparent, '60 61 62 63 64 65 69'],
    [isSibling, '70 71 73 75 77 79'],
  ])('%o holds for exactly %s', (predicate, expected) => expect(codesThat(predicate)).toBe(expected))

  it('is kinship for all but 其他 and 非亲属', () => {
    expect(codesThat((code) => !isKin(code))).toBe('80 99')
  })

  it('tells the sex wherever the standard’s words do', () => {
    const open = codes.filter((code) => sexOfRelation(code) === undefined)
    expect(open.join(' ')).toBe('01 02 10 40 49 50 59 60 65 68 69 70 79 80 91 92 97 99')
    const women = /女$|女儿$|妻|媳|母|婆|嫂|姐$|姐姐|妹妹/
    for (const { code, name } of familyRelations.entries) {
      const sex = sexOfRelation(code)
      if (sex !== undefined) expect(`${name} ${sex}`).toBe(`${name} ${women.test(name) ? '2' : '1'}`)
    }
  })

  it('cannot be 长子 and a woman, and says what to look at', () => {
    expect(relationSexFault('22', '2')?.message).toContain('“长子”是男性，这个人登记的是女')
    expect(relationSexFault('12', '1')?.code).toBe('relation-sex')
    expect(relationSexFault('22', '1')).toBeUndefined()
    expect(relationSexFault('22', '9')).toBeUndefined()
    expect(relationSexFault('10', '1')).toBeUndefined()
  })
})

describe('what one member is to another', () => {
  it.each([
    ['02', '22', '1', '长子', true],
    ['22', '02', '2', '母亲', true],
    ['02', '80', '1', '其他', false],
    ['12', '22', '1', '儿子', false],
    ['22', '12', '2', '母亲', false],
    ['22', '32', '2', '姐妹', true],
    ['22', '51', '1', '祖父或外祖父', true],
    ['22', '55', '1', '祖父或外祖父', false],
    ['51', '22', '1', '孙子或外孙子', true],
    ['51', '52', '2', '妻子', false],
    ['12', '51', '1', '配偶的父亲', true],
    ['12', '55', '1', '父亲', true],
    ['55', '12', '2', '女儿', true],
    ['27', '02', '1', '父亲', true],
    ['27', '22', '1', '兄弟', false],
    ['61', '02', '1', '孙子或外孙子', true],
    ['41', '02', '9', '祖辈', true],
    ['73', '22', '1', '其他亲属', true],
    ['02', '99', '1', '非亲属', true],
  ])('%s and %s of sex %s: %s, certain: %s', (from, to, sex, words, certain) => {
    const between = relationBetween({ relationToHead: from, sex: '1' }, { relationToHead: to, sex })
    expect(between).toMatchObject({ words, certain })
  })

  it.each([
    ['41', '22', 'a grandchild’s father or uncle'],
    ['22', '41', 'a son’s child or his brother’s'],
    ['41', '43', 'siblings or cousins'],
    ['51', '57', 'two fathers'],
    ['22', '38', 'a wife or a sister-in-law'],
    ['99', '22', 'a stranger'],
    ['99', '02', 'a stranger and the head'],
    ['65', '02', 'the spouse’s grandparent'],
    ['02', '02', 'the head and the head'],
  ])('%s and %s are left open: %s', (from, to) => {
    const sex = sexOfRelation(to) ?? '1'
    expect(relationBetween({ relationToHead: from, sex: '1' }, { relationToHead: to, sex })).toBeUndefined()
  })

  it('never derives the opposite of what it derives the other way round', () => {
    const opposite: Record<string, string> = {
      spouse: 'spouse',
      child: 'parent',
      parent: 'child',
      grandchild: 'grandparent',
      grandparent: 'grandchild',
      sibling: 'sibling',
      'parent-in-law': 'child-in-law',
      'child-in-law': 'parent-in-law',
    }
    for (const from of codes) {
      for (const to of codes) {
        const one = { relationToHead: from, sex: sexOfRelation(from) ?? '1' }
        const other = { relationToHead: to, sex: sexOfRelation(to) ?? '2' }
        const forth = relationBetween(one, other)
        const back = relationBetween(other, one)
        const expected = forth === undefined ? undefined : opposite[forth.kind]
        if (expected !== undefined && back !== undefined) {
          expect(`${from} ${to} ${back.kind}`).toBe(`${from} ${to} ${expected}`)
        }
      }
    }
  })
})

describe('the members of a booklet', () => {
  it('stand in order: head, spouse, children by age, grandchildren, parents, siblings, others, non-kin', () => {
    const member = (relationToHead: string, birthDate: string) => ({ relationToHead, birthDate })
    const members = [
      member('99', '1950-01-01'),
      member('93', '1990-01-01'),
      member('77', '1975-01-01'),
      member('61', '1920-01-01'),
      member('52', '1949-01-01'),
      member('51', '1948-01-01'),
      member('41', '2020-01-01'),
      member('38', '1996-01-01'),
      member('32', '2000-01-01'),
      member('22', '1995-01-01'),
      member('12', '1971-01-01'),
      member('02', '1970-01-01'),
    ]
    const order = inBookletOrder(members).map(({ relationToHead }) => relationToHead)
    expect(order.join(' ')).toBe('02 12 22 32 38 41 51 52 61 77 93 99')
    expect(members[0]?.relationToHead).toBe('99')
  })

  it('get 长子, 次女 and so on by the older ones of the same sex', () => {
    const name = (sex: '1' | '2', older: string) =>
      familyRelations.name(
        suggestChildRelation(
          sex,
          Array.from(older, (one) => ({ sex: one })),
        ),
      )
    expect(name('1', '')).toBe('长子')
    expect(name('1', '2')).toBe('长子')
    expect(name('2', '2')).toBe('次女')
    expect(name('2', '112')).toBe('次女')
    expect(name('1', '1111')).toBe('五子')
    expect(name('1', '1111111')).toBe('其他儿子')
    expect(name('2', '222222')).toBe('其他女儿')
  })
})
