import { accepted, refused, type Outcome } from '../base/outcome.ts'

/** A name in its normal form. */
export interface PersonName {
  readonly name: string
  /** What was changed or should be looked at, in a sentence; absent when the name stands as typed. */
  readonly hint?: string
}

/** The separating dot in names of minorities and foreigners: one code point for all, GB 18030 A1A4. */
const INTERPUNCT = '\u00B7'

/** Dots that keyboards and old systems put in its place, half and full width. */
const DOT_VARIANTS = /[.\u02D9\u2022\u2027\u2219\u22C5\u3002\u30FB\uFE52\uFF0E\uFF61\uFF65]/gu

/** Characters counted by code point: twice what every form, screen and sheet must hold. */
const LONGEST_NAME = 50

/** Han characters, with the selector of a form after one; the private area holds rare characters of old police fonts. */
const ALLOWED = /^[\p{Script=Han}\u{E0100}-\u{E01EF}\u00B7\p{Co}]$/u

/**
 * The form in which names are stored and compared: spaces out, every dot the one interpunct. No character is exchanged for
 * another: a rare form is part of the name.
 */
export function normalisePersonName(typed: string): string {
  return typed.replaceAll(/\s/gu, '').replaceAll(DOT_VARIANTS, INTERPUNCT)
}

/** Length as a person counts it: by character, also where one takes two code units. */
export function nameLength(name: string): number {
  return Array.from(name).length
}

/** The characters as a reader sees them: the selector of a form stays with its character. */
export function charactersOf(name: string): readonly string[] {
  return name.match(/.[\u{E0100}-\u{E01EF}]?/gsu) ?? []
}

/** Reads a name as typed. Refuses with the code 'name-empty', 'name-characters', 'name-dots' or 'name-length'. */
export function checkPersonName(typed: string): Outcome<PersonName> {
  const name = normalisePersonName(typed)
  const fault = faultOf(name)
  if (fault !== undefined) return refused(fault)
  const hints = hintsOn(typed, name)
  return accepted(hints === '' ? { name } : { name, hint: hints })
}

function faultOf(name: string) {
  if (name === '') return { code: 'name-empty', message: '还没有填姓名。请输入姓名。' }
  const strange = Array.from(name).find((character) => !ALLOWED.test(character))
  if (strange !== undefined) return { code: 'name-characters', message: whyNot(strange) }
  if (name.startsWith(INTERPUNCT) || name.endsWith(INTERPUNCT) || name.includes(INTERPUNCT.repeat(2))) {
    return { code: 'name-dots', message: '间隔点“·”只能在两个字之间，而且只写一个。请核对姓名。' }
  }
  const length = nameLength(name)
  if (length <= LONGEST_NAME) return undefined
  return { code: 'name-length', message: `姓名最多 ${LONGEST_NAME} 个字，现在是 ${length} 个字。请核对。` }
}

function whyNot(character: string): string {
  if (/\p{N}/u.test(character)) return `姓名里有数字“${character}”。姓名只用汉字和间隔点，请重新输入。`
  if (/\p{Script=Latin}/u.test(character)) {
    return `姓名里有字母“${character}”。请用汉字书写姓名，外文名写汉字译名。`
  }
  if (/\p{C}/u.test(character)) return '姓名里有看不见的控制字符。请删掉后重新输入，不要粘贴。'
  return `姓名里有符号“${character}”。姓名只用汉字和间隔点，请重新输入。`
}

function hintsOn(typed: string, name: string): string {
  const trimmed = typed.trim()
  const hints = [
    /\s/u.test(trimmed) && '姓名里的空格已去掉',
    trimmed.replaceAll(/\s/gu, '') !== name && '间隔点已改成标准写法“·”',
    /\p{Co}/u.test(name) && '姓名里有旧字库的造字，其他电脑可能显示不出来，请核对字形',
  ].filter((hint) => hint !== false)
  return hints.length === 0 ? '' : `${hints.join('；')}。`
}
