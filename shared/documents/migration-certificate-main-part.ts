import type { Content, Shape } from './definition.ts'
import { dateMarks } from './migration-certificate-date-marks.ts'
import { columns } from './migration-certificate-form.ts'
import { sealPlace } from './seal-place.ts'
import { headingAt, labelAt, labelInCell, numberAt, onSheet, ruleLine } from './sheet-drawing.ts'

/** Edges of the main part's grid, millimetres. */
const left = 113.6
const right = 262.2
const labelEnd = 124.6
const columnLines = [159, 193.4, 227.8]
const personRows: readonly (readonly [label: readonly string[], top: number])[] = [
  [['与持证人', '关系'], 36.4],
  [['姓名'], 44.3],
  [['曾用名'], 51.8],
  [['性别'], 58.5],
  [['民族'], 65.1],
  [['出生日期'], 71.8],
  [['出生地'], 79.4],
  [['籍贯'], 91.4],
  [['文化程度'], 103.5],
  [['职业'], 110.8],
  [['婚姻状况'], 118],
  [['公民身份', '号码'], 125.7],
  [['迁移原因'], 133.1],
]
const wideRows: readonly (readonly [label: readonly string[], top: number])[] = [
  [['原住址'], 143.7],
  [['迁往地址'], 151.7],
  [['备注'], 159.5],
]
const personsEnd = 143.7
const gridEnd = 170.1

const notes = [
  '注意事项',
  '一、此证不得转让、涂改，涂改即作废。',
  '二、持证人应在有效期内到迁往地',
  '　　户口登记机关申报落户，并交回此证。',
  '三、此证遗失，应立即报告签发机关。',
]

/** The main part that the holder carries to the place moved to. */
export function drawMainPart(number: string): Content[] {
  const centre = (left + right) / 2
  return [
    onSheet(mainGrid()),
    headingAt('户口迁移证', centre, 11.5, 22, 9),
    numberAt(number, right, 27.6, 11),
    labelAt('户别', 154.6, 27.3, 9),
    ...rowLabels(),
    ...columns.flatMap((column) => dateMarks('main', 'birth', 73.3, `${column}`)),
    ...notes.map((note, index) => labelAt(note, left, 174 + index * 4, 8)),
    ...validity(),
    ...sealPlace(237.5, 184.6, 13.6),
  ]
}

function mainGrid(): Shape[] {
  const tops = [...personRows, ...wideRows].map(([, top]) => top)
  const top = 36.4
  return [
    ...[...tops, gridEnd].map((y) => ruleLine(left, y, right, y)),
    ruleLine(left, top, left, gridEnd),
    ruleLine(right, top, right, gridEnd),
    ruleLine(labelEnd, top, labelEnd, gridEnd),
    ...columnLines.map((x) => ruleLine(x, top, x, personsEnd)),
  ]
}

function rowLabels(): Content[] {
  const rows = [...personRows, ...wideRows]
  return rows.flatMap(([lines, top], index) => {
    const bottom = rows[index + 1]?.[1] ?? gridEnd
    return labelInCell(lines, { left, top, right: labelEnd, bottom }, 7.2)
  })
}

function validity(): Content[] {
  return [
    labelAt('本证于', 213, 171.8, 8.5),
    ...dateMarks('main', 'issued', 171.5),
    labelAt('签发', 255.4, 171.8, 8.5),
    labelAt('至', 219, 177.6, 8.5),
    ...dateMarks('main', 'valid', 177.3),
    labelAt('有效', 255.4, 177.6, 8.5),
    labelAt('承办人', 213, 190.9, 8.5),
  ]
}
