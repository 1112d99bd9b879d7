import type { OverprintBox, OverprintForm } from './overprint-form.ts'

/**
 * The pre-printed move-in permit (准予迁入证明): one sheet of three leaves side by side, each bearing the same values.
 *
 * The corners of the applicant's block and of the movers' rows on the first leaf come from the template of a register
 * system in use at stations; the other two leaves repeat them 135 mm further right. Below the movers' rows the source
 * shows nothing: those rows are ours, in the order in which the 1994 notice names their contents. Another edition of
 * the sheet gets another definition beside this one.
 */
type MoverField = 'relation' | 'name' | 'sex' | 'birthDate' | 'citizenId'

export type MoverRow = 1 | 2 | 3 | 4
export const moverRows: readonly MoverRow[] = [1, 2, 3, 4]
export const moverFields = [
  'relation',
  'name',
  'sex',
  'birthDate',
  'citizenId',
] as const satisfies readonly MoverField[]

export type MoverValueKey = `${MoverField}${MoverRow}`
export type PermitValueKey =
  | 'serial'
  | 'applicantName'
  | 'applicantId'
  | 'applicantAddress'
  | 'applicantOffice'
  | 'moversOffice'
  | 'moversAddress'
  | 'destination'
  | 'destinationOffice'
  | 'reason'
  | 'approvingOffice'
  | 'handler'
  | 'issuedOn'
  | 'validUntil'
  | 'moverCount'
  | 'remark'
export type MoveInPermitKey = MoverValueKey | PermitValueKey

export type Leaf = 1 | 2 | 3
export const leaves: readonly Leaf[] = [1, 2, 3]
/** From one leaf's corner to the next, millimetres. */
export const LEAF_WIDTH = 135

export function leafLeft(leaf: Leaf): number {
  return (leaf - 1) * LEAF_WIDTH
}

type Box = OverprintBox<MoveInPermitKey>

/** The template's type size. Digits are set 10 pt, which in the serif face is as wide as 11 pt in its 宋体. */
const TEXT = 11
const DIGITS = 10
const moverTop: Readonly<Record<MoverRow, number>> = { 1: 87.3, 2: 93.9, 3: 100.5, 4: 107.2 }

function leafBoxes(leaf: Leaf): Box[] {
  const box = (
    key: MoveInPermitKey,
    label: string,
    corner: readonly [left: number, top: number],
    room: readonly [width: number, height: number],
    lines: number,
    size = TEXT,
  ): Box => ({
    id: `leaf${leaf}.${key}`,
    part: leaf === 1 ? 'counterfoil' : 'main',
    value: key,
    label: `第${leaf}联${label}`,
    left: leafLeft(leaf) + corner[0],
    top: corner[1],
    width: room[0],
    height: room[1],
    size,
    lines,
  })
  const mover = (row: MoverRow): Box[] => {
    const top = moverTop[row]
    const label = (name: string): string => `第${row}个迁移人${name}`
    return [
      box(`relation${row}`, label('与申请人关系'), [21.4, top], [17.7, 6.05], 3),
      box(`name${row}`, label('姓名'), [39.4, top], [25.3, 5.6], 2),
      box(`sex${row}`, label('性别'), [64.9, top], [7.3, 5.6], 2),
      box(`birthDate${row}`, label('出生日期'), [72.5, top], [18.2, 5.3], 1, DIGITS),
      box(`citizenId${row}`, label('公民身份号码'), [91.0, top], [40, 5.3], 1, DIGITS),
    ]
  }
  return [
    box('serial', '编号', [79, 31], [51.5, 5.3], 1),
    box('applicantName', '申请人姓名', [38.6, 45.0], [26.6, 6.7], 3),
    box('applicantId', '申请人公民身份号码', [87.6, 45.0], [42.8, 5.3], 1, DIGITS),
    box('applicantAddress', '申请人住址', [38.1, 55.6], [92.3, 8.5], 4),
    box('applicantOffice', '申请人户口登记机关', [38.6, 66.1], [91.8, 5.3], 2),
    ...moverRows.flatMap(mover),
    box('moversAddress', '迁移人现住址', [38.6, 117.0], [91.8, 7.9], 4, 10),
    box('moversOffice', '迁移人户口登记机关', [38.6, 126.8], [91.8, 5], 2, 10),
    box('destination', '迁入地址', [38.6, 134.6], [91.8, 7.9], 4, 10),
    box('destinationOffice', '迁入地户口登记机关', [38.6, 144.4], [91.8, 5], 2, 10),
    box('reason', '准迁原因', [38.6, 151.2], [56, 5], 2, 10),
    box('moverCount', '迁移人数', [118, 151.2], [10, 5], 1, 10),
    box('remark', '备注', [38.6, 158], [91.8, 11.2], 6, 9),
    box('approvingOffice', '批准机关', [38.6, 171.2], [38.4, 5.6], 3, 9),
    box('handler', '承办人', [38.6, 177.6], [38.4, 4.6], 2, 9),
    box('issuedOn', '签发日期', [101.5, 171.2], [29, 4.2], 1, 9),
    box('validUntil', '有效期至', [101.5, 177.6], [29, 4.2], 1, 9),
  ]
}

export const moveInPermitForm: OverprintForm<MoveInPermitKey> = {
  id: 'move-in-permit',
  edition: '1995-a',
  title: '准予迁入证明',
  sheet: { width: 3 * LEAF_WIDTH, height: 185 },
  boxes: leaves.flatMap(leafBoxes),
}
