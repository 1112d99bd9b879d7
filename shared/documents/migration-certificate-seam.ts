import type { Content, EllipseShape, LineShape } from './definition.ts'
import { columns, migrationCertificateForm } from './migration-certificate-form.ts'
import { points } from './millimetres.ts'
import { formInk, labelInCell, onSheet } from './sheet-drawing.ts'

/** Where the counterfoil is torn off; the number across it is centred on this line. */
export const tearLineX = 109.85
const firstCountTop = 128
const COUNT_PITCH = 6.5

/**
 * The tear line with the digits 1 to 4: the number of persons on the sheet is marked, and the receiving station
 * compares it with the leaves. A sheet whose count is blank or altered goes back to its issuer.
 */
export function drawSeam(personCount: number): Content[] {
  const tearLine: LineShape = {
    type: 'line',
    x1: points(tearLineX),
    y1: points(6),
    x2: points(tearLineX),
    y2: points(migrationCertificateForm.sheet.height - 6),
    lineWidth: 0.6,
    lineColor: '#666666',
    dash: { length: 4, space: 3 },
  }
  return [
    onSheet([tearLine, countMark(personCount)]),
    ...labelInCell(['人', '数'], cellAround(firstCountTop - 7, 7), 7.5),
    ...columns.flatMap((count) => labelInCell([`${count}`], cellAround(countTop(count), 4), 8.5)),
  ]
}

function countTop(count: number): number {
  return firstCountTop + (count - 1) * COUNT_PITCH
}

function countMark(personCount: number): EllipseShape {
  return {
    type: 'ellipse',
    x: points(tearLineX - 3.6),
    y: points(countTop(personCount) + 2),
    r1: points(2.3),
    r2: points(2.3),
    lineWidth: 1,
    lineColor: formInk,
  }
}

/** Beside the tear line, on the counterfoil's side: the main part's labels begin close behind it. */
function cellAround(
  top: number,
  height: number,
): { left: number; top: number; right: number; bottom: number } {
  return { left: tearLineX - 5.6, right: tearLineX - 1.6, top, bottom: top + height }
}
