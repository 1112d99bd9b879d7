import { calibrate, type Calibration } from './calibration.ts'
import type { Content, DocumentDefinition, Shape } from './definition.ts'
import { points } from './millimetres.ts'
import type { OverprintBox, OverprintForm } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { textAt } from './placed-text.ts'

const GRID_INK = '#1d5f8a'
const FAINT_INK = '#c9d8e2'
/** A ruler's last number needs this much paper behind its mark, millimetres. */
const NUMBER_ROOM = 5

/**
 * A test print for one printer and one form: laid over a pre-printed sheet against the light, it shows how far the
 * printer is off. Rulers every millimetre from the sheet's corner (never calibrated), the boxes where values would now
 * stand (calibrated) with a cross on each corner point, and the calibration in words.
 */
export function alignmentGrid<Key extends string>(
  form: OverprintForm<Key>,
  calibration: Calibration,
  printerName: string,
): DocumentDefinition {
  const boxes = calibrate(form, calibration).boxes
  return {
    ...sheetPage(form.sheet, `${form.title}套打测试页`),
    content: [
      canvas([...centimetreNet(form.sheet), ...rulers(form.sheet)]),
      ...rulerNumbers(form.sheet),
      canvas(boxes.flatMap(boxOutline)),
      ...boxes.map(boxName),
      ...legend(form, calibration, printerName),
    ],
  }
}

function canvas(shapes: Shape[]): Content {
  return { canvas: shapes, absolutePosition: { x: 0, y: 0 } }
}

function centimetreNet(sheet: OverprintForm<string>['sheet']): Shape[] {
  return [
    ...marksAlong(sheet.width, 10).map((x) => stroke(x, 0, x, sheet.height, FAINT_INK)),
    ...marksAlong(sheet.height, 10).map((y) => stroke(0, y, sheet.width, y, FAINT_INK)),
  ]
}

function rulers(sheet: OverprintForm<string>['sheet']): Shape[] {
  return [
    ...marksAlong(sheet.width, 1).map((x) => stroke(x, 0, x, tickLength(x))),
    ...marksAlong(sheet.height, 1).map((y) => stroke(0, y, tickLength(y), y)),
  ]
}

function rulerNumbers(sheet: OverprintForm<string>['sheet']): Content[] {
  return [
    ...marksAlong(sheet.width - NUMBER_ROOM, 10).map((x) => rulerNumber(x, x + 0.4, 4)),
    ...marksAlong(sheet.height - NUMBER_ROOM, 10).map((y) => rulerNumber(y, 4.4, y + 0.3)),
  ]
}

function rulerNumber(millimetre: number, left: number, top: number): Content {
  return textAt(`${millimetre}`, points(left), points(top), 6, { color: GRID_INK })
}

function boxOutline(box: OverprintBox<string>): Shape[] {
  return box.rotate === undefined
    ? [outline(box), ...cross(box.left, box.top)]
    : cross(box.left + box.width / 2, box.top + box.height / 2)
}

function outline(box: OverprintBox<string>): Shape {
  return {
    type: 'rect',
    x: points(box.left),
    y: points(box.top),
    w: points(box.width),
    h: points(box.height),
    lineWidth: 0.3,
    lineColor: '#888888',
    dash: { length: 1, space: 1 },
  }
}

function cross(x: number, y: number): Shape[] {
  const arm = 1.5
  return [stroke(x - arm, y, x + arm, y, '#b3202a', 0.5), stroke(x, y - arm, x, y + arm, '#b3202a', 0.5)]
}

function boxName(box: OverprintBox<string>): Content {
  const [left, top] =
    box.rotate === undefined ? [box.left, box.top] : [box.left + box.width / 2, box.top + box.height / 2]
  return textAt(box.label, points(left + 0.5), points(top + 0.6), 4.5, { color: '#444444' })
}

function legend(form: OverprintForm<string>, calibration: Calibration, printerName: string): Content[] {
  const { offsetX, offsetY, scaleX, scaleY, nudges } = calibration
  const lines = [
    `${form.title}（版式 ${form.edition}）套打测试页　打印机：${printerName}`,
    `当前校准：右移 ${offsetX} 毫米，下移 ${offsetY} 毫米；横向 ×${scaleX}，纵向 ×${scaleY}；单独移动 ${Object.keys(nudges).length} 个框`,
    '红十字是每个值的左上角，骑缝编号的在正中。与证件重叠对光看，量出偏差后填入校准。',
  ]
  return lines.map((line, index) =>
    textAt(line, points(14), points(9 + index * 4.4), 7.5, { color: '#1a1a1a', font: 'sans' }),
  )
}

function stroke(
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  lineColor = GRID_INK,
  lineWidth = 0.25,
): Shape {
  return {
    type: 'line',
    x1: points(x1),
    y1: points(y1),
    x2: points(x2),
    y2: points(y2),
    lineWidth,
    lineColor,
  }
}

function tickLength(millimetre: number): number {
  if (millimetre % 10 === 0) return 4
  return millimetre % 5 === 0 ? 3 : 1.8
}

/** step, 2·step, … below the length. */
function marksAlong(length: number, step: number): number[] {
  const marks: number[] = []
  for (let mark = step; mark < length; mark += step) marks.push(mark)
  return marks
}
