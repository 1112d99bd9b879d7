import type { Content, LineShape, Shape } from './definition.ts'
import { leafLeft, moveInPermitForm, type Leaf } from './move-in-permit-form.ts'
import { points } from './millimetres.ts'
import { sealPlace } from './seal-place.ts'
import { headingAt, labelAt, labelInCell, onSheet, ruleLine } from './sheet-drawing.ts'

/** Edges of a leaf's grid from the leaf's own corner, millimetres. */
const left = 6
const right = 131.5
const labelEnd = 37.2
const applicantEnd = 18
const idLabel = [65.4, 86.4] as const
const applicantLines = [42, 51.9, 64.3, 72.3] as const
const moverLines = [79.9, 86.6, 93.2, 99.8, 106.5, 113.2] as const
const moverColumns = [20.2, 39.15, 64.75, 72.2, 90.6] as const
const moverHeads = ['序号', '与申请人关系', '姓名', '性别', '出生日期', '公民身份号码'] as const
const lowerRows: readonly (readonly [label: string, top: number])[] = [
  ['迁移人现住址', 114.6],
  ['迁移人户口登记机关', 125.2],
  ['迁入地址', 132.2],
  ['迁入地户口登记机关', 142.8],
  ['准迁原因', 149.6],
  ['备注', 156.4],
]
const lowerEnd = 169.6
/** The tear line leaves this stretch to the words for the seal across it. */
const SEAM_TOP = 88
const SEAM_BOTTOM = 102

const headings: Readonly<Record<Leaf, { readonly words: string; readonly use: string }>> = {
  1: { words: '第一联　存根', use: '此联由签发机关留存' },
  2: { words: '第二联　交迁出地', use: '此联由迁出地户口登记机关留存' },
  3: { words: '第三联　交迁入地', use: '此联由迁移人带回，交迁入地户口登记机关' },
}

/** One leaf as the printing house prints it: heading, grid, labels and the place of the seal. */
export function drawPermitLeaf(leaf: Leaf): Content[] {
  const at = leafLeft(leaf)
  const centre = at + (left + right) / 2
  return [
    onSheet(leafLines(at)),
    headingAt('准予迁入证明', centre, 11.5, 19, 6),
    headingAt(headings[leaf].words, centre, 22.2, 11, 1),
    labelAt(headings[leaf].use, at + left, 37.8, 7.5),
    labelAt('（有效期四十日）', at + right - 20.5, 37.8, 7.5),
    ...applicantLabels(at),
    labelAt('经审查，准予下列人员迁入，请给予办理户口迁移手续。', at + left + 6, 74.3, 9.5),
    ...moverLabels(at),
    ...lowerLabels(at),
    ...footLabels(at),
    ...sealPlace(at + 82.6, 172, 12),
  ]
}

/** The two lines where the leaves are torn apart, with the place of the seal across each. */
export function drawPermitSeams(): Content[] {
  return [leafLeft(2), leafLeft(3)].flatMap((x) => [
    onSheet([tearLine(x, 6, SEAM_TOP), tearLine(x, SEAM_BOTTOM, moveInPermitForm.sheet.height - 6)]),
    ...labelInCell(['骑', '缝', '章'], { left: x - 3, right: x + 3, top: SEAM_TOP, bottom: SEAM_BOTTOM }, 8),
  ])
}

function tearLine(x: number, top: number, bottom: number): LineShape {
  return {
    type: 'line',
    x1: points(x),
    y1: points(top),
    x2: points(x),
    y2: points(bottom),
    lineWidth: 0.6,
    lineColor: '#666666',
    dash: { length: 4, space: 3 },
  }
}

function leafLines(at: number): Shape[] {
  const across = (y: number, from = left): Shape => ruleLine(at + from, y, at + right, y)
  const down = (x: number, top: number, bottom: number): Shape => ruleLine(at + x, top, at + x, bottom)
  const [applicantTop, secondRow, thirdRow, applicantBottom] = applicantLines
  const [moversTop, , , , , moversBottom] = moverLines
  const lowerTop = lowerRows[0]?.[1] ?? moversBottom
  return [
    across(applicantTop),
    across(secondRow, applicantEnd),
    across(thirdRow, applicantEnd),
    across(applicantBottom),
    ...[left, right, labelEnd, applicantEnd].map((x) => down(x, applicantTop, applicantBottom)),
    ...idLabel.map((x) => down(x, applicantTop, secondRow)),
    ...moverLines.map((y) => across(y)),
    ...[left, ...moverColumns, right].map((x) => down(x, moversTop, moversBottom)),
    ...[...lowerRows.map(([, top]) => top), lowerEnd].map((y) => across(y)),
    ...[left, labelEnd, right].map((x) => down(x, lowerTop, lowerEnd)),
  ]
}

function applicantLabels(at: number): Content[] {
  const [applicantTop, secondRow, thirdRow, applicantBottom] = applicantLines
  const label = (lines: readonly string[], top: number, bottom: number): Content[] =>
    labelInCell(lines, { left: at + applicantEnd, right: at + labelEnd, top, bottom })
  return [
    ...labelInCell(['申', '请', '人'], {
      left: at + left,
      right: at + applicantEnd,
      top: applicantTop,
      bottom: applicantBottom,
    }),
    ...label(['姓名'], applicantTop, secondRow),
    ...label(['住址'], secondRow, thirdRow),
    ...label(['户口', '登记机关'], thirdRow, applicantBottom),
    ...labelInCell(['公民身份号码'], {
      left: at + idLabel[0],
      right: at + idLabel[1],
      top: applicantTop,
      bottom: secondRow,
    }),
  ]
}

function moverLabels(at: number): Content[] {
  const edges = [left, ...moverColumns, right]
  const heads = moverHeads.flatMap((head, index) =>
    labelInCell(
      [head],
      {
        left: at + (edges[index] ?? left),
        right: at + (edges[index + 1] ?? right),
        top: moverLines[0],
        bottom: moverLines[1],
      },
      7.5,
    ),
  )
  const numbers = [1, 2, 3, 4].flatMap((row) =>
    labelInCell([`${row}`], {
      left: at + left,
      right: at + moverColumns[0],
      top: moverLines[row] ?? 0,
      bottom: moverLines[row + 1] ?? 0,
    }),
  )
  return [...heads, ...numbers]
}

function lowerLabels(at: number): Content[] {
  const rows = lowerRows.flatMap(([label, top], index) =>
    labelInCell([label], {
      left: at + left,
      right: at + labelEnd,
      top,
      bottom: lowerRows[index + 1]?.[1] ?? lowerEnd,
    }),
  )
  return [...rows, labelAt('迁移人数', at + 101, 151.6, 8.5), labelAt('人', at + 125, 151.6, 8.5)]
}

function footLabels(at: number): Content[] {
  return [
    labelAt('批准机关（章）', at + left + 1, 171.4),
    labelAt('承办人', at + left + 1, 177.8),
    labelAt('签发日期', at + 88.5, 171.4),
    labelAt('有效期至', at + 88.5, 177.8),
  ]
}
