import type { Content, Shape } from './definition.ts'
import { dateMarks } from './migration-certificate-date-marks.ts'
import { headingAt, labelAt, labelInCell, numberAt, onSheet, ruleLine } from './sheet-drawing.ts'

/** Edges of the counterfoil's grid, millimetres. */
const left = 20.5
const right = 99
const tableTop = 40.5
const rowLines = [40.5, 48.2, 61.4, 74.6, 87.8, 101, 114.8, 130.1, 143.4, 151.9, 158.3, 164.4, 171.3, 178.9]
const personsEnd = 101
const gridEnd = 178.9
const personColumns = [45.6, 55.2]
/** Rows below the persons: where label ends and value begins. */
const addressLabelEnd = 44.5
const officeLabelEnd = 48
const officesBegin = 158.3

/** The counterfoil (存根) that stays with the issuing station. */
export function drawCounterfoil(number: string): Content[] {
  const centre = (left + right) / 2
  return [
    onSheet(counterfoilGrid()),
    headingAt('户口迁移证存根', centre, 15, 15, 3),
    numberAt(number, right, 25.5, 10),
    ...labelInCell(['姓名'], { left, top: tableTop, right: 45.6, bottom: 48.2 }),
    ...labelInCell(['性别'], { left: 45.6, top: tableTop, right: 55.2, bottom: 48.2 }),
    ...labelInCell(['公民身份号码'], { left: 55.2, top: tableTop, right, bottom: 48.2 }),
    ...rowLabels(),
    ...dateMarks('counterfoil', 'issued', 144.7),
    ...dateMarks('counterfoil', 'valid', 153.2),
    labelAt('此联由签发机关留存', left, 181, 7.5),
  ]
}

function counterfoilGrid(): Shape[] {
  return [
    ...rowLines.map((y) => ruleLine(left, y, right, y)),
    ruleLine(left, tableTop, left, gridEnd),
    ruleLine(right, tableTop, right, gridEnd),
    ...personColumns.map((x) => ruleLine(x, tableTop, x, personsEnd)),
    ruleLine(addressLabelEnd, personsEnd, addressLabelEnd, 143.4),
    ruleLine(officeLabelEnd, officesBegin, officeLabelEnd, gridEnd),
  ]
}

function rowLabels(): Content[] {
  const rows: readonly (readonly [string, number, number, number])[] = [
    ['迁移原因', 101, 114.8, addressLabelEnd],
    ['原住址', 114.8, 130.1, addressLabelEnd],
    ['迁往地址', 130.1, 143.4, addressLabelEnd],
    ['签发日期', 143.4, 151.9, 35.2],
    ['有效期至', 151.9, 158.3, 35.2],
    ['派出所', 158.3, 164.4, officeLabelEnd],
    ['居（村）委会', 164.4, 171.3, officeLabelEnd],
    ['承办人', 171.3, 178.9, officeLabelEnd],
  ]
  return rows.flatMap(([label, top, bottom, labelEnd]) =>
    labelInCell([label], { left, top, right: labelEnd, bottom }),
  )
}
