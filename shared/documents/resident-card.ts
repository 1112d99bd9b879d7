import type { Outcome } from '../base/outcome.ts'
import { bookletPage, bookletSheet, type BookletPageForm, type BookletPaper } from './booklet-page.ts'
import type { DocumentDefinition } from './definition.ts'
import {
  centredValue,
  gridBoxes,
  gridPrinting,
  label,
  value,
  type FormGrid,
  type GridRow,
} from './form-grid.ts'
import { headingAt } from './sheet-drawing.ts'

/** The 22 items of the resident card in printed words; an empty text leaves its cell empty. */
export interface ResidentCardContent {
  readonly name: string
  /** 户主, or the relation to the head of household. */
  readonly relation: string
  readonly formerName: string
  readonly sex: string
  readonly birthplace: string
  readonly ethnicGroup: string
  readonly nativePlace: string
  readonly birthDate: string
  readonly otherAddress: string
  readonly religion: string
  readonly citizenId: string
  readonly height: string
  readonly bloodType: string
  readonly education: string
  readonly maritalStatus: string
  readonly militaryService: string
  readonly workplace: string
  readonly occupation: string
  readonly movedToCity: string
  readonly movedToAddress: string
  readonly registeredOn: string
  readonly clerk: string
}

type Key = keyof ResidentCardContent

const FIRST_LABEL = 22
const FIRST_VALUE = 50
const SECOND_LABEL = 20

/** The rows of the card in the order of its items; the collective member's card has the same. */
export const residentCardRows: readonly GridRow<Key>[] = [
  pairRow(6.6, 'name', '姓名', 'relation', '户主或与户主关系'),
  pairRow(6.6, 'formerName', '曾用名', 'sex', '性别'),
  pairRow(7.1, 'birthplace', '出生地', 'ethnicGroup', '民族'),
  pairRow(7.1, 'nativePlace', '籍贯', 'birthDate', '出生日期'),
  pairRow(11.1, 'otherAddress', '本市（县）其他住址', 'religion', '宗教信仰'),
  {
    height: 6.2,
    cells: [
      label('公民身份证件编号', FIRST_LABEL),
      centredValue('citizenId', '公民身份证件编号', FIRST_VALUE),
      label('身高', 11),
      centredValue('height', '身高', 17),
      label('血型', 11),
      centredValue('bloodType', '血型'),
    ],
  },
  {
    height: 6.2,
    cells: [
      label('文化程度', FIRST_LABEL),
      centredValue('education', '文化程度', 25),
      label('婚姻状况', 15),
      centredValue('maritalStatus', '婚姻状况', 20),
      label('兵役状况', 15),
      centredValue('militaryService', '兵役状况'),
    ],
  },
  pairRow(7.1, 'workplace', '服务处所', 'occupation', '职业'),
  wideRow('movedToCity', '何时由何地迁来本市（县）'),
  wideRow('movedToAddress', '何时由何地迁来本址'),
  {
    height: 6.4,
    cells: [
      label('承办人签章', FIRST_LABEL),
      value('clerk', '承办人', FIRST_VALUE),
      label('登记日期', SECOND_LABEL),
      centredValue('registeredOn', '登记日期'),
    ],
  },
]

const grid: FormGrid<Key> = { left: 9, top: 14, width: 126, rows: residentCardRows }

export const residentCardForm: BookletPageForm<Key> = {
  form: {
    id: 'resident-card',
    edition: '1996-a',
    title: '常住人口登记卡',
    sheet: bookletSheet,
    boxes: gridBoxes(grid),
  },
  grids: [grid],
  printing: [headingAt('常住人口登记卡', bookletSheet.width / 2, 6.6, 13, 4), ...gridPrinting(grid)],
}

/** The resident card (常住人口登记卡) of the household booklet, one person a page. */
export function residentCard(content: ResidentCardContent, paper: BookletPaper): Outcome<DocumentDefinition> {
  return bookletPage(residentCardForm, content, paper)
}

function pairRow(
  height: number,
  first: Key,
  firstName: string,
  second: Key,
  secondName: string,
): GridRow<Key> {
  return {
    height,
    cells: [
      label(firstName, FIRST_LABEL),
      value(first, firstName, FIRST_VALUE),
      label(secondName, SECOND_LABEL),
      centredValue(second, secondName),
    ],
  }
}

function wideRow(key: Key, name: string): GridRow<Key> {
  return { height: 7.2, cells: [label(name, FIRST_LABEL), value(key, name)] }
}
