import { describe, expect, it } from 'vitest'
import { checkNewbornName, type NewbornName } from '../../shared/people/given-name.ts'
import { splitName } from '../../shared/people/split-name.ts'
import {
  codePointInWords,
  isStandardCharacter,
  standardCharacterCount,
} from '../../shared/people/standard-characters.ts'

const HAN = '01'
const MONGOL = '02'

function check(name: string, facts: Partial<NewbornName> = {}) {
  const checked = checkNewbornName({
    fatherName: '样大山',
    motherName: '林小河',
    ethnicGroup: HAN,
    ...facts,
    name,
  })
  return checked.ok
    ? { ...checked.value, hints: checked.value.hints.join(''), codes: [], words: '' }
    : {
        hints: '',
        codes: checked.refusals.map(({ code }) => code),
        words: checked.refusals.map(({ message }) => message).join(''),
      }
}

describe('the table of standard characters', () => {
  it('has its 8105 characters, those outside the basic plane among them', () => {
    expect(standardCharacterCount).toBe(8105)
    for (const character of '喆淼堃昇祎㙘𣗋𬭩𬱖') expect(isStandardCharacter(character)).toBe(true)
    for (const character of '國囍〇𠮷龘a') expect(isStandardCharacter(character)).toBe(false)
  })

  it('names a character by its code point', () => {
    expect(codePointInWords('喆')).toBe('U+5586')
    expect(codePointInWords('𠮷')).toBe('U+20BB7')
  })
})

describe('a name is parted', () => {
  it.each([
    ['林样', {}, '林', '样'],
    ['林样例', {}, '林', '样例'],
    ['欧阳样', {}, '欧阳', '样'],
    ['欧阳', {}, '欧', '阳'],
    ['司马样', { parentNames: ['司大山', '林小河'] }, '司', '马样'],
    ['司马样', { parentNames: ['司马大山', '林小河'] }, '司马', '样'],
    ['司马样', { parentNames: ['林大山', ''] }, '司马', '样'],
    ['样林小', { parentNames: ['样大山', '林小河'] }, '样', '林小'],
    ['𠮷样例', {}, '𠮷', '样例'],
    ['阿依·样例', { minority: true }, '', '阿依·样例'],
    ['巴样尔', { minority: true }, '', '巴样尔'],
    ['包样尔', { minority: true, parentNames: ['包大山'] }, '包', '样尔'],
    ['呼延样', { minority: true }, '呼延', '样'],
  ])('%s with %j into “%s” and “%s”', (name, basis, surname, givenName) => {
    expect(splitName(name, basis)).toEqual({ surname, givenName })
  })
})

describe('a newborn’s name', () => {
  it('may take the father’s or the mother’s surname', () => {
    expect(check('样小雨')).toMatchObject({ surname: '样', givenName: '小雨', hints: '' })
    expect(check('林小雨')).toMatchObject({ surname: '林', givenName: '小雨' })
  })

  it('is refused for a character outside the table, which is named with its code point and the way forward', () => {
    const { codes, words } = check('样𠮷')
    expect(codes).toEqual(['given-name-character'])
    expect(words).toContain('“𠮷”（U+20BB7）')
    expect(words).toContain('换一个字')
  })

  it('gets one reason for each such character', () => {
    expect(check('样國龘國').codes).toEqual(['given-name-character', 'given-name-character'])
  })

  it('may have a character of the extensions that is in the table, with a word about screens', () => {
    expect(check('样𣗋')).toMatchObject({ givenName: '𣗋' })
    expect(check('样𬭩').hints).toContain('可以用')
  })

  it('may have any surname that a parent bears, also one outside the table', () => {
    expect(check('𠮷小雨', { fatherName: '𠮷大山' })).toMatchObject({ surname: '𠮷', givenName: '小雨' })
  })

  it('with a glyph selector is outside the table, and both code points are named', () => {
    expect(check('样雨\u{E0100}').words).toContain('U+96E8 U+E0100')
  })

  it('with neither parent’s surname asks for the reason, and passes with one', () => {
    const asked = check('周小雨')
    expect(asked.codes).toEqual(['surname-of-neither-parent'])
    expect(asked.words).toContain('直系长辈')
    const answered = check('周小雨', { surnameReason: 'ascendant' })
    expect(answered).toMatchObject({ surname: '周', givenName: '小雨' })
    expect(answered.hints).toContain('直系长辈')
  })

  it('follows the custom of a minority only for a member of one', () => {
    expect(check('周小雨', { surnameReason: 'ethnic-custom' }).codes).toEqual(['surname-of-neither-parent'])
    expect(check('额样敦', { ethnicGroup: MONGOL })).toMatchObject({ surname: '', givenName: '额样敦' })
    expect(check('呼延雨', { ethnicGroup: MONGOL, surnameReason: 'ethnic-custom' }).codes).toEqual([])
  })

  it('is not asked for a surname when no parent is known', () => {
    const foundling = check('周小雨', { fatherName: '', motherName: '' })
    expect(foundling).toMatchObject({ surname: '周', codes: [] })
  })

  it('of an unmarried mother is measured by her surname alone', () => {
    expect(check('林小雨', { fatherName: '' }).codes).toEqual([])
    expect(check('样小雨', { fatherName: '' }).codes).toEqual(['surname-of-neither-parent'])
  })

  it('is told apart from a compound surname by the parents or by their word', () => {
    expect(check('司马雨', { fatherName: '司马大山' })).toMatchObject({ surname: '司马', hints: '' })
    expect(check('司马雨', { fatherName: '司大山' })).toMatchObject({ surname: '司', givenName: '马雨' })
    expect(check('欧阳雨', { fatherName: '', motherName: '' }).hints).toContain('复姓“欧阳”')
    expect(check('司马雨', { fatherName: '司马大山', surname: '司' })).toMatchObject({ surname: '司' })
    expect(check('样小雨', { surname: '林' }).codes).toContain('surname-not-in-name')
  })

  it('needs a given name', () => {
    expect(check('欧阳', { fatherName: '欧阳大山' }).codes).toEqual(['given-name-empty'])
  })

  it('takes the interpunct from a minority and asks the Han to look again', () => {
    expect(check('阿依•样例', { ethnicGroup: '05' })).toMatchObject({ name: '阿依·样例', surname: '' })
    expect(check('阿依•样例', { ethnicGroup: '05' }).hints).toContain('间隔点已改成')
    expect(check('阿依·𠮷', { ethnicGroup: '05' }).codes).toEqual(['given-name-character'])
    expect(check('阿依·样例').codes).toEqual(['name-interpunct-of-han'])
  })

  it.each([
    ['样A', 'name-characters'],
    ['样2', 'name-characters'],
    ['', 'name-empty'],
    ['·样', 'name-dots'],
  ])('“%s” is refused as %s', (name, code) => expect(check(name).codes).toEqual([code]))
})
