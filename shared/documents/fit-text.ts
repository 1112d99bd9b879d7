import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { breakLines } from './line-break.ts'
import { points } from './millimetres.ts'
import { textWidth } from './text-width.ts'

/** Smaller print cannot be read across a counter. */
export const smallestPrint = 5.5
/** From the top of one line to the top of the next, in em: as loose as the room allows between these two. */
const TIGHT_PITCH = 1.05
const LOOSE_PITCH = 1.3
const SIZE_STEP = 0.25
/** Down to this part of its size a text rather shrinks than breaks into one line more. */
const EASY_SHRINKING = 0.85

/** Where a text may stand: millimetres, and the type size in points it takes when there is room. */
export interface TextRoom {
  readonly width: number
  readonly height: number
  readonly size: number
  /** The most lines the printed form has room for. */
  readonly lines: number
}

export interface FittedText {
  /** Points. */
  readonly size: number
  readonly lines: readonly string[]
  /** From line to line, in em. */
  readonly pitch: number
}

/**
 * Chooses the type size and the lines at which the whole text stands in its room: the largest that fits, a little
 * smaller where that saves a line. Nothing is ever cut: a text that does not fit at the smallest print is refused by
 * name (`field`, and `label` for the clerk).
 */
export function fitText(text: string, room: TextRoom, field: string, label: string): Outcome<FittedText> {
  const sheetText = text.replaceAll(/\s*\n\s*/g, ' ')
  const largest = largestSetting(sheetText, room, room.size)
  if (!largest) return refused(noRoom(sheetText, field, label))
  for (let size = largest.size; size >= room.size * EASY_SHRINKING; size -= SIZE_STEP) {
    const smaller = setAt(sheetText, room, size)
    if (smaller && smaller.lines.length < largest.lines.length) return accepted(smaller)
  }
  return accepted(largest)
}

/** Height of a block of lines, in points. */
export function blockHeight(lineCount: number, size: number, pitch: number): number {
  return lineCount === 0 ? 0 : size * (1 + (lineCount - 1) * pitch)
}

function largestSetting(text: string, room: TextRoom, from: number): FittedText | undefined {
  for (let size = from; size >= smallestPrint; size -= SIZE_STEP) {
    const setting = setAt(text, room, size)
    if (setting) return setting
  }
  return undefined
}

function setAt(text: string, room: TextRoom, size: number): FittedText | undefined {
  const lines = breakLines(text, points(room.width) / size)
  const fits =
    lines.length <= room.lines &&
    blockHeight(lines.length, size, TIGHT_PITCH) <= points(room.height) &&
    lines.every((line) => textWidth(line) * size <= points(room.width))
  return fits ? { size, lines, pitch: loosestPitch(lines.length, size, room) } : undefined
}

function loosestPitch(lineCount: number, size: number, room: TextRoom): number {
  if (lineCount < 2) return LOOSE_PITCH
  const pitch = (points(room.height) / size - 1) / (lineCount - 1)
  return pitch < LOOSE_PITCH ? pitch : LOOSE_PITCH
}

function noRoom(text: string, field: string, label: string): Refusal {
  return {
    code: 'text-does-not-fit',
    field,
    message: `“${label}”有 ${Array.from(text).length} 个字，用最小的字号也排不进证件上的这一栏，所以没有排版。请核对这一栏的内容，确实需要这么长的，请报上级核定写法。`,
  }
}
