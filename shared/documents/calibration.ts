import type { OverprintForm } from './overprint-form.ts'

/**
 * What one printer needs so that values fall into the boxes of one form. Kept per printer, tray and form edition at
 * the desk; the form itself is never changed. Lengths in millimetres: positive is right and down.
 */
export interface Calibration {
  readonly offsetX: number
  readonly offsetY: number
  /** Stretch from the sheet's top-left corner; 1 is none. */
  readonly scaleX: number
  readonly scaleY: number
  /** Further shift of single boxes, by box id. */
  readonly nudges: Readonly<Record<string, { readonly x: number; readonly y: number }>>
}

export const noCalibration: Calibration = { offsetX: 0, offsetY: 0, scaleX: 1, scaleY: 1, nudges: {} }

/** The form as this printer must be told it. */
export function calibrate<Key extends string>(
  form: OverprintForm<Key>,
  calibration: Calibration,
): OverprintForm<Key> {
  const { offsetX, offsetY, scaleX, scaleY, nudges } = calibration
  const boxes = form.boxes.map((box) => ({
    ...box,
    left: box.left * scaleX + offsetX + (nudges[box.id]?.x ?? 0),
    top: box.top * scaleY + offsetY + (nudges[box.id]?.y ?? 0),
    width: box.width * scaleX,
    height: box.height * scaleY,
  }))
  return { ...form, boxes }
}
