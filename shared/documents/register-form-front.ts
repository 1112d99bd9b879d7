import type { Content, Shape } from './definition.ts'
import {
  centredValue,
  label,
  value,
  type FormGrid,
  type GridCell,
  type GridRow,
  type ValueCell,
} from './form-grid.ts'
import { sealPlace } from './seal-place.ts'
import { headingAt, labelAt, labelInCell, onSheet, ruleLine } from './sheet-drawing.ts'

/** The front of the register form in printed words; an empty text leaves its cell empty. */
export interface RegisterFrontContent {
  readonly station: string
  readonly householdKind: string
  readonly headName: string
  readonly householdNumber: string
  readonly relation: string
  readonly name: string
  readonly sex: string
  readonly formerName: string
  readonly ethnicGroup: string
  readonly birthDate: string
  readonly birthplace: string
  readonly nativePlace: string
  readonly religion: string
  /** 18 characters; empty where none was given yet. */
  readonly citizenId: string
  readonly identityCardIssuedOn: string
  readonly guardianOne: string
  readonly guardianOneRelation: string
  readonly guardianTwo: string
  readonly guardianTwoRelation: string
  readonly father: string
  readonly mother: string
  readonly spouse: string
  readonly address: string
  readonly otherAddress: string
  readonly education: string
  readonly maritalStatus: string
  readonly militaryService: string
  readonly height: string
  readonly bloodType: string
  readonly occupation: string
  readonly workplace: string
  readonly movedToCity: string
  readonly movedToAddress: string
  readonly movedAway: string
  readonly cancelled: string
  readonly declarant: string
  readonly clerk: string
  readonly registeredOn: string
}

type Digit = `digit${number}`
type Key = Exclude<keyof RegisterFrontContent, 'citizenId' | 'station'> | Digit

const LEFT = 15
const WIDTH = 180
const TOP = 37
const PHOTO_LEFT = 163
const LABEL = 24
const SIZE = 10.5

/** Beside the photograph. */
const head: FormGrid<Key> = {
  left: LEFT,
  top: TOP,
  width: PHOTO_LEFT - LEFT,
  rows: [
    row(11, ['householdKind', '户别', 48], ['householdNumber', '户号']),
    row(11, ['headName', '户主姓名', 48], ['relation', '与户主关系']),
    row(11, ['name', '姓名', 48], ['sex', '性别']),
    row(11, ['formerName', '曾用名', 48], ['ethnicGroup', '民族']),
  ],
}
const PHOTO_BOTTOM = TOP + 44

const body: FormGrid<Key> = {
  left: LEFT,
  top: PHOTO_BOTTOM,
  width: WIDTH,
  rows: [
    row(10.5, ['birthDate', '出生日期', 66], ['birthplace', '出生地']),
    row(10.5, ['nativePlace', '籍贯', 66], ['religion', '宗教信仰']),
    { height: 10.5, cells: citizenIdCells() },
    row(10.5, ['guardianOne', '监护人（一）', 66], ['guardianOneRelation', '监护关系']),
    row(10.5, ['guardianTwo', '监护人（二）', 66], ['guardianTwoRelation', '监护关系']),
    row(10.5, ['father', '父亲姓名', 38], ['mother', '母亲姓名', 38], ['spouse', '配偶姓名']),
    row(12, ['address', '住址']),
    row(12, ['otherAddress', '本市（县）其他住址']),
    row(
      10.5,
      ['education', '文化程度', 38],
      ['maritalStatus', '婚姻状况', 38],
      ['militaryService', '兵役状况'],
    ),
    row(10.5, ['height', '身高', 38], ['bloodType', '血型', 38], ['occupation', '职业']),
    row(10.5, ['workplace', '服务处所']),
    row(12, ['movedToCity', '何时何因由何地迁来本市（县）']),
    row(12, ['movedToAddress', '何时何因由何地迁来本址']),
    row(12, ['movedAway', '何时何因迁往何地']),
    row(12, ['cancelled', '何时何因注销户口']),
    row(12, ['declarant', '申报人签章', 38], ['clerk', '承办人签章', 38], ['registeredOn', '登记日期']),
  ],
}

/** Both grids of the front; the citizen ID stands in `digit1` to `digit18`. */
export const registerFront: readonly FormGrid<Key>[] = [head, body]

/** Heading, photograph and seal of the front. */
export function registerFrontPrinting(station: string): Content[] {
  return [
    headingAt('常住人口登记表', 105, 16, 20, 5),
    labelAt(`户口登记机关：${station}`, LEFT, 31, 9),
    onSheet(photoFrame()),
    ...labelInCell(
      ['照', '片'],
      { left: PHOTO_LEFT, right: LEFT + WIDTH, top: TOP, bottom: PHOTO_BOTTOM },
      10,
    ),
    labelAt('户口登记机关（户口专用章）', 117, 268, 9),
    ...sealPlace(172, 272.5, 13.5),
  ]
}

function photoFrame(): Shape[] {
  const right = LEFT + WIDTH
  return [ruleLine(PHOTO_LEFT, TOP, right, TOP), ruleLine(right, TOP, right, PHOTO_BOTTOM)]
}

function row(
  height: number,
  ...items: readonly (readonly [key: Key, name: string, width?: number])[]
): GridRow<Key> {
  return {
    height,
    cells: items.flatMap(([key, name, width]) => [label(name, LABEL), cell(key, name, width)]),
  }
}

function cell(key: Key, name: string, width: number | undefined): ValueCell<Key> {
  return { ...value(key, name, width), size: SIZE }
}

/** One square a character, as the citizen ID is copied and compared. */
function citizenIdCells(): GridCell<Key>[] {
  const squares = Array.from({ length: 18 }, (_, index): ValueCell<Key> => {
    const place = index + 1
    return { ...centredValue(`digit${place}`, `公民身份号码第${place}位`, 5.6), size: SIZE }
  })
  return [
    label('公民身份号码', LABEL),
    ...squares,
    label('居民身份证签发日期', LABEL),
    cell('identityCardIssuedOn', '居民身份证签发日期', undefined),
  ]
}
