import { accepted, refused, type Outcome, type Refusal } from '../base/outcome.ts'
import { blockHeight, fitText, type FittedText } from './fit-text.ts'
import { millimetres } from './millimetres.ts'

/**
 * A pre-printed form as data: where on the sheet each value stands. Lengths in millimetres from the sheet's top-left
 * corner, type sizes in points.
 *
 * What "stands at the coordinate" means: the em square of the first character has its top-left corner on the box's
 * top-left corner. The em square reaches 0.88 em above the baseline, as in every Chinese face, so the place does not
 * depend on which font prints it; the ink of a character begins up to a tenth of an em inside the square.
 */
export interface OverprintForm<Key extends string> {
  readonly id: string
  readonly edition: string
  readonly title: string
  readonly sheet: { readonly width: number; readonly height: number }
  readonly boxes: readonly OverprintBox<Key>[]
}

export interface OverprintBox<Key extends string> {
  readonly id: string
  readonly part: 'counterfoil' | 'seam' | 'main'
  readonly value: Key
  /** What the clerk calls this box. */
  readonly label: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly size: number
  readonly lines: number
  /** Degrees clockwise about the middle of the box; such a text is centred on it. */
  readonly rotate?: number
}

/** A value with its place and setting, ready to be drawn. */
export interface PlacedValue extends FittedText {
  readonly boxId: string
  readonly left: number
  readonly top: number
  readonly width: number
  readonly height: number
  readonly rotate?: number
}

/**
 * Fits every value into its box. Refuses with one reason for each box whose text has no room, or which a calibration
 * has pushed off the sheet.
 */
export function placeValues<Key extends string>(
  form: OverprintForm<Key>,
  values: Readonly<Record<Key, string>>,
): Outcome<readonly PlacedValue[]> {
  const placed: PlacedValue[] = []
  const refusals: Refusal[] = []
  for (const box of form.boxes) {
    const text = values[box.value]
    if (text === '') continue
    const value = placeValue(form, box, text)
    if (value.ok) placed.push(value.value)
    else refusals.push(...value.refusals)
  }
  return refusals.length === 0 ? accepted(placed) : refused(...refusals)
}

function placeValue<Key extends string>(
  form: OverprintForm<Key>,
  box: OverprintBox<Key>,
  text: string,
): Outcome<PlacedValue> {
  const fitted = fitText(text, box, box.value, box.label)
  if (!fitted.ok) return fitted
  if (!isOnSheet(form.sheet, box, fitted.value)) return refused(offTheSheet(box))
  const { id: boxId, left, top, width, height } = box
  const placed = { ...fitted.value, boxId, left, top, width, height }
  return accepted(box.rotate === undefined ? placed : { ...placed, rotate: box.rotate })
}

/** No printer reaches the last millimetre. */
const EDGE = 1

function isOnSheet(
  sheet: OverprintForm<string>['sheet'],
  box: OverprintBox<string>,
  { lines, size, pitch }: FittedText,
): boolean {
  const bottom = box.top + millimetres(blockHeight(lines.length, size, pitch))
  const right = box.left + box.width
  return box.left >= EDGE && box.top >= EDGE && right <= sheet.width - EDGE && bottom <= sheet.height - EDGE
}

function offTheSheet(box: OverprintBox<string>): Refusal {
  return {
    code: 'value-off-the-sheet',
    field: box.value,
    message: `按现在的打印机校准，“${box.label}”会印到纸外，所以没有排版。请先打一张测试页，重新校准这台打印机。`,
  }
}
