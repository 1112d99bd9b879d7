/**
 * How wide a character is, in em, when set in the serif face; never less than it really is, so that what fits by
 * this table fits on paper. Checked against the font itself in test/paper/text-width.test.ts.
 */
export function characterWidth(character: string): number {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint >= 0x80) return wideCharacterWidth(codePoint)
  if (character >= '0' && character <= '9') return 0.563
  if ('mMwW@%&'.includes(character)) return 1.06
  if (character >= 'A' && character <= 'Z') return 0.86
  if (character >= 'a' && character <= 'z') return 0.67
  if (character === ' ') return 0.26
  return 0.6
}

export function textWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

function wideCharacterWidth(codePoint: number): number {
  if (codePoint === INTERPUNCT) return 0.34
  if (isVariationSelector(codePoint)) return 0
  if (codePoint === TWO_EM_DASH) return 2
  if (codePoint === THREE_EM_DASH) return 3
  return 1
}

/** The dot inside a Mongolian or Uygur name; the only form the register stores. */
const INTERPUNCT = 0xb7
const TWO_EM_DASH = 0x2e3a
const THREE_EM_DASH = 0x2e3b

function isVariationSelector(codePoint: number): boolean {
  return (codePoint >= 0xfe00 && codePoint <= 0xfe0f) || (codePoint >= 0xe0100 && codePoint <= 0xe01ef)
}
