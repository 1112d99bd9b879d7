import { describe, expect, it } from 'vitest'
import { parseFonts } from '../../renderer/paper/fonts.ts'
import { characterWidth } from '../../shared/documents/text-width.ts'
import { fontFiles } from './paper-bench.ts'

const { serif } = parseFonts(fontFiles)

function tooNarrow(first: number, last: number): string[] {
  const found: string[] = []
  for (let codePoint = first; codePoint <= last; codePoint += 1) {
    if (!serif.hasGlyphForCodePoint(codePoint)) continue
    const real = serif.glyphForCodePoint(codePoint).advanceWidth / serif.unitsPerEm
    const character = String.fromCodePoint(codePoint)
    if (characterWidth(character) < real) found.push(`${character} ${real}`)
  }
  return found
}

describe('the table of character widths', () => {
  it.each([
    ['ASCII', 0x20, 0x7e],
    ['the interpunct of names', 0xb7, 0xb7],
    ['punctuation', 0x2010, 0x2027],
    ['stars and signs', 0x2600, 0x266f],
    ['Chinese punctuation', 0x3000, 0x303f],
    ['Han', 0x3400, 0x9fff],
    ['full-width forms', 0xff01, 0xff60],
  ])('never takes a character of %s for narrower than it prints', (_range, first, last) => {
    expect(tooNarrow(first, last)).toEqual([])
  })
})
