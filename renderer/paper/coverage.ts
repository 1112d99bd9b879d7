import type { Font, GlyphRun } from 'fontkit'
import type { Refusal } from '../../shared/base/outcome.ts'

/** Glyph 0 of a font is the empty box (tofu) that stands for everything the font does not have. */
const MISSING_GLYPH = 0

/** The characters of a text that the font would print as an empty box, each once, in order. */
export function missingCharacters(font: Font, text: string): string[] {
  const missing = Array.from(text).filter((character) => !isCovered(font, character))
  return [...new Set(missing)]
}

/**
 * Watches a font while a document is set, and remembers every character that came out as an empty box. Watching the
 * font itself, rather than searching the document, misses nothing: whatever is printed with the font passes here.
 */
export interface CoverageWatch {
  /** The characters missed since the last call. */
  takeMissed(): string[]
}

export function watchCoverage(font: Font): CoverageWatch {
  const missed = new Set<string>()
  const layout = font.layout.bind(font)
  font.layout = (text, ...options): GlyphRun => {
    const run = layout(text, ...options)
    if (run.glyphs.some((glyph) => glyph.id === MISSING_GLYPH))
      namesMissing(font, text).forEach((name) => missed.add(name))
    return run
  }
  return {
    takeMissed: () => {
      const taken = [...missed]
      missed.clear()
      return taken
    },
  }
}

/** A character may be known alone and still have no glyph in its company; then the whole run is named. */
function namesMissing(font: Font, text: string): string[] {
  const characters = missingCharacters(font, text)
  return characters.length === 0 ? [text] : characters
}

/** Why a document is not printed although everything else about it is right. */
export function uncoveredRefusal(characters: readonly string[]): Refusal {
  const named = characters.map((character) => `“${character}”（${codePointsOf(character)}）`).join('、')
  return {
    code: 'character-not-in-font',
    message: `字库里没有 ${named}，打出来会是空框，所以没有排版。请核对是不是录错了字；确实是这个字的，请报旗县区公安局按生僻字办理。`,
  }
}

function isCovered(font: Font, character: string): boolean {
  const codePoint = character.codePointAt(0)
  return codePoint !== undefined && (/\s/.test(character) || font.hasGlyphForCodePoint(codePoint))
}

function codePointsOf(character: string): string {
  return Array.from(character)
    .map((single) => `U+${(single.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ')
}
