import { characterWidth, textWidth } from './text-width.ts'

/** Marks that may not begin a line. */
const CLOSING = '，。、；：？！）〕】》”’,.;:?!)]·'
/** Marks that may not end one. */
const OPENING = '（〔【《“‘(['

/**
 * Breaks a text into lines of at most `width` em. A Chinese line may break between any two characters, but a number
 * or a Latin word stays whole, and no line begins with a closing mark or ends with an opening one; where a unit is
 * wider than a line, it is broken after all. Joined together the lines are the text, character by character.
 */
export function breakLines(text: string, width: number): string[] {
  const lines: string[] = []
  let line = ''
  for (const unit of units(text)) {
    if (line !== '' && textWidth(line + unit) > width) {
      lines.push(line)
      line = ''
    }
    const pieces = cutToWidth(line + unit, width)
    line = pieces.pop() ?? ''
    lines.push(...pieces)
  }
  return line === '' ? lines : [...lines, line]
}

/** The smallest pieces that stay together. */
function units(text: string): string[] {
  const result: string[] = []
  let unit = ''
  let previous = ''
  for (const character of text) {
    if (unit !== '' && mayBreakBetween(previous, character)) {
      result.push(unit)
      unit = ''
    }
    unit += character
    previous = character
  }
  return unit === '' ? result : [...result, unit]
}

function mayBreakBetween(before: string, after: string): boolean {
  if (CLOSING.includes(after) || OPENING.includes(before)) return false
  if (characterWidth(after) === 0) return false
  return !(isWordCharacter(before) && isWordCharacter(after))
}

function isWordCharacter(character: string): boolean {
  return /^[0-9A-Za-z.-]$/.test(character)
}

function cutToWidth(text: string, width: number): string[] {
  const pieces: string[] = []
  let piece = ''
  for (const character of text) {
    if (piece !== '' && textWidth(piece + character) > width) {
      pieces.push(piece)
      piece = ''
    }
    piece += character
  }
  return piece === '' ? pieces : [...pieces, piece]
}
