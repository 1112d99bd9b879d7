import type { OverprintBox, OverprintForm } from './overprint-form.ts'

/**
 * The pre-printed migration certificate (户口迁移证, 1995 design): where its values stand.
 *
 * Corners come from the template of a register system in use at stations (2018), one pixel being 0.2646 mm; those read
 * off its preview are good to ±1 pixel. The room to the right and below a corner is ours: it reaches to the next box or
 * to the edge of the printed cell, so that 25-character names and long addresses stand uncut. Digits are set 9 pt,
 * which in the serif face is as wide as 10 pt in the 宋体 that the template was made for. No official drawing was found:
 * another edition of the sheet gets another definition beside this one, never a change in code.
 */
type PersonField =
  | 'relation'
  | 'name'
  | 'formerName'
  | 'sex'
  | 'ethnicGroup'
  | 'birthYear'
  | 'birthMonth'
  | 'birthDay'
  | 'birthplace'
  | 'nativePlace'
  | 'education'
  | 'occupation'
  | 'maritalStatus'
  | 'citizenId'
  | 'moveReason'

export type Column = 1 | 2 | 3 | 4
export const columns: readonly Column[] = [1, 2, 3, 4]
export const personFields = [
  'relation',
  'name',
  'formerName',
  'sex',
  'ethnicGroup',
  'birthYear',
  'birthMonth',
  'birthDay',
  'birthplace',
  'nativePlace',
  'education',
  'occupation',
  'maritalStatus',
  'citizenId',
  'moveReason',
] as const satisfies readonly PersonField[]

export type PersonValueKey = `${PersonField}${Column}`
export type SheetValueKey =
  | 'serial'
  | 'wholeHousehold'
  | 'householdKind'
  | 'moveReason'
  | 'origin'
  | 'destination'
  | 'remark'
  | 'issuedYear'
  | 'issuedMonth'
  | 'issuedDay'
  | 'validYear'
  | 'validMonth'
  | 'validDay'
  | 'issuer'
  | 'committee'
  | 'handler'
export type MigrationCertificateKey = PersonValueKey | SheetValueKey

type Box = OverprintBox<MigrationCertificateKey>
type Part = Box['part']

const columnLeft: Readonly<Record<Column, number>> = { 1: 128.3, 2: 162.7, 3: 197.1, 4: 231.5 }
/** The citizen ID starts further left than the rest of its column. */
const citizenIdLeft: Readonly<Record<Column, number>> = { 1: 125.7, 2: 160.1, 3: 194.5, 4: 228.9 }
const birthLeft: Readonly<Record<Column, readonly [number, number, number]>> = {
  1: [127.0, 137.6, 148.2],
  2: [160.1, 172.0, 181.2],
  3: [195.8, 207.7, 215.6],
  4: [230.2, 242.1, 250.0],
}
const counterfoilRowTop: Readonly<Record<Column, number>> = { 1: 52.7, 2: 65.9, 3: 79.1, 4: 92.3 }
const COLUMN_ROOM = 30.4
const TEXT = 10
const DIGITS = 9

function box(
  part: Part,
  value: MigrationCertificateKey,
  label: string,
  corner: readonly [left: number, top: number],
  room: readonly [width: number, height: number],
  lines: number,
  size = TEXT,
): Box {
  const [left, top] = corner
  const [width, height] = room
  return { id: `${part}.${value}`, part, value, label, left, top, width, height, size, lines }
}

function counterfoilPerson(column: Column): Box[] {
  const top = counterfoilRowTop[column]
  return [
    box('counterfoil', `name${column}`, `存根第${column}人姓名`, [23.0, top], [22, 8.2], 3),
    box('counterfoil', `sex${column}`, `存根第${column}人性别`, [46.8, top], [8.2, 5.3], 2),
    box(
      'counterfoil',
      `citizenId${column}`,
      `存根第${column}人公民身份号码`,
      [56.4, top],
      [37, 5.3],
      1,
      DIGITS,
    ),
  ]
}

function mainPerson(column: Column): Box[] {
  const left = columnLeft[column]
  const [year, month, day] = birthLeft[column]
  const cell = (field: PersonField, label: string, top: number, height: number, lines: number): Box =>
    box('main', `${field}${column}`, `第${column}人${label}`, [left, top], [COLUMN_ROOM, height], lines)
  const birth = (field: PersonField, label: string, x: number, width: number): Box =>
    box('main', `${field}${column}`, `第${column}人${label}`, [x, 73.3], [width, 5.3], 1, DIGITS)
  return [
    cell('relation', '与持证人关系', 38.1, 5.9, 2),
    cell('name', '姓名', 46.0, 5.5, 2),
    cell('formerName', '曾用名', 53.4, 4.9, 2),
    cell('sex', '性别', 60.1, 4.9, 2),
    cell('ethnicGroup', '民族', 66.7, 4.9, 2),
    birth('birthYear', '出生年', year, 9.5),
    birth('birthMonth', '出生月', month, 6.1),
    birth('birthDay', '出生日', day, 6.1),
    cell('birthplace', '出生地', 81.2, 10, 5),
    cell('nativePlace', '籍贯', 93.1, 10, 5),
    cell('education', '文化程度', 105.0, 5.6, 2),
    cell('occupation', '职业', 112.4, 5.4, 2),
    cell('maritalStatus', '婚姻状况', 119.6, 5.6, 2),
    box(
      'main',
      `citizenId${column}`,
      `第${column}人公民身份号码`,
      [citizenIdLeft[column], 127.5],
      [33.6, 5.3],
      1,
      DIGITS,
    ),
    cell('moveReason', '迁移原因', 134.7, 8.8, 3),
  ]
}

const counterfoil: Box[] = [
  box('counterfoil', 'wholeHousehold', '存根全户迁移标记', [23.3, 33.1], [26.5, 5.3], 1),
  ...columns.flatMap(counterfoilPerson),
  box('counterfoil', 'moveReason', '存根迁移原因', [45.5, 105.6], [52.5, 8.6], 2),
  box('counterfoil', 'origin', '存根原住址', [45.5, 116.2], [52.5, 13.2], 6),
  box('counterfoil', 'destination', '存根迁往地址', [45.5, 131.5], [52.5, 12], 5),
  box('counterfoil', 'issuedYear', '存根签发年', [35.7, 144.7], [11.1, 5.3], 1, DIGITS),
  box('counterfoil', 'issuedMonth', '存根签发月', [51.6, 144.7], [6.6, 5.3], 1, DIGITS),
  box('counterfoil', 'issuedDay', '存根签发日', [59.5, 144.7], [6.3, 5.3], 1, DIGITS),
  box('counterfoil', 'validYear', '存根有效期年', [35.7, 153.2], [11.1, 5.3], 1, DIGITS),
  box('counterfoil', 'validMonth', '存根有效期月', [51.6, 153.2], [6.1, 5.3], 1, DIGITS),
  box('counterfoil', 'validDay', '存根有效期日', [59.5, 153.2], [6.3, 5.3], 1, DIGITS),
  box('counterfoil', 'issuer', '存根派出所', [49.5, 159.5], [48.5, 5], 2),
  box('counterfoil', 'committee', '存根居（村）委会', [49.5, 165.4], [48.5, 6], 2),
  box('counterfoil', 'handler', '存根承办人', [49.5, 172.5], [48.5, 5.3], 2),
]

const main: Box[] = [
  box('main', 'wholeHousehold', '全户迁移标记', [128.6, 27.5], [26.5, 5.3], 1),
  box('main', 'householdKind', '户别', [162.7, 27.0], [26.5, 5.3], 1),
  ...columns.flatMap(mainPerson),
  box('main', 'origin', '原住址', [128.3, 145.3], [132.3, 6.1], 3),
  box('main', 'destination', '迁往地址', [128.3, 153.2], [132.3, 6.1], 3),
  box('main', 'remark', '备注', [128.3, 160.6], [132.3, 9.3], 4),
  box('main', 'issuedYear', '签发年', [223.6, 171.5], [10.1, 5.3], 1, DIGITS),
  box('main', 'issuedMonth', '签发月', [236.8, 171.5], [5.8, 5.3], 1, DIGITS),
  box('main', 'issuedDay', '签发日', [247.4, 171.5], [5.8, 5.3], 1, DIGITS),
  box('main', 'validYear', '有效期年', [223.6, 177.3], [10.1, 5.3], 1, DIGITS),
  box('main', 'validMonth', '有效期月', [236.8, 177.3], [5.8, 5.3], 1, DIGITS),
  box('main', 'validDay', '有效期日', [247.4, 177.3], [5.8, 5.3], 1, DIGITS),
  box('main', 'handler', '承办人', [225.4, 190.5], [34, 5.3], 2),
]

/** The number crosses the tear line at an angle, so that each half of the sheet keeps a part of it. */
const seam: Box = {
  ...box('seam', 'serial', '骑缝编号', [96.6, 81.5], [26.5, 5.3], 1),
  rotate: 240,
}

export const migrationCertificateForm: OverprintForm<MigrationCertificateKey> = {
  id: 'migration-certificate',
  edition: '1995-a',
  title: '户口迁移证',
  sheet: { width: 264.6, height: 201.9 },
  boxes: [...counterfoil, seam, ...main],
}
