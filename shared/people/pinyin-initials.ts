import { pinyin } from 'pinyin-pro'

const known = new Map<string, string>()

/** First letters of a name's syllables, as the clerk types them. One look-up per character ever met. */
export function pinyinInitials(name: string): string {
  return Array.from(name, initialOf).join('')
}

function initialOf(character: string): string {
  const before = known.get(character)
  if (before !== undefined) return before
  const letter = /\p{Script=Han}/u.test(character) ? firstLetter(character) : ''
  known.set(character, letter)
  return letter
}

function firstLetter(character: string): string {
  const letter = pinyin(character, { pattern: 'first', toneType: 'none' })
  return /^[a-z]$/.test(letter) ? letter : ''
}
