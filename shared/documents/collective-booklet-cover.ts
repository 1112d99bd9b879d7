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
  type GridCell,
  type GridRow,
} from './form-grid.ts'
import { sealPlace } from './seal-place.ts'
import { headingAt, labelAt } from './sheet-drawing.ts'

/** The head page of a collective household's booklet in printed words; an empty text leaves its cell empty. */
export interface CollectiveCoverContent {
  readonly unit: string
  readonly creditCode: string
  /** 单位集体户, 社区集体户 … */
  readonly kind: string
  readonly householdNumber: string
  readonly address: string
  readonly headName: string
  readonly stewardName: string
  readonly stewardTelephone: string
  /** Number and day of the approval. */
  readonly approval: string
  readonly bookNumber: string
  readonly issuedOn: string
  readonly clerk: string
}

type Key = keyof CollectiveCoverContent

const LABEL = 22

const grid: FormGrid<Key> = {
  left: 9,
  top: 15,
  width: 125,
  rows: [
    { height: 8, cells: [label('单位名称', LABEL), value('unit', '单位名称')] },
    pairRow(7, 'creditCode', '统一社会信用代码', 'kind', '集体户类别'),
    pairRow(7, 'householdNumber', '户号', 'bookNumber', '户口簿编号'),
    { height: 9, cells: [label('住址', LABEL), value('address', '住址')] },
    pairRow(7, 'headName', '户主', 'approval', '批准文号、日期'),
    pairRow(7, 'stewardName', '户口协管员', 'stewardTelephone', '协管员电话'),
  ],
}

const signing: FormGrid<Key> = {
  left: 9,
  top: 92,
  width: 125,
  rows: [{ height: 7.4, cells: pair('clerk', '承办人签章', 'issuedOn', '签发日期') }],
}

export const collectiveCoverForm: BookletPageForm<Key> = {
  form: {
    id: 'collective-booklet-cover',
    edition: '1996-a',
    title: '集体户口簿首页',
    sheet: bookletSheet,
    boxes: [...gridBoxes(grid), ...gridBoxes(signing)],
  },
  grids: [grid, signing],
  printing: [
    headingAt('集体户口簿', bookletSheet.width / 2, 6, 14, 5),
    ...gridPrinting(grid),
    ...gridPrinting(signing),
    labelAt('省级公安机关户口专用章', 26.5, 61.6, 7.8),
    ...sealPlace(42, 78.2, 11.6),
    labelAt('户口登记机关户口专用章', 86.5, 61.6, 7.8),
    ...sealPlace(102, 78.2, 11.6),
  ],
}

/** The head page (首页) of a collective household's booklet: the unit, its head and steward, and both seals. */
export function collectiveBookletCover(
  content: CollectiveCoverContent,
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  return bookletPage(collectiveCoverForm, content, paper)
}

function pairRow(
  height: number,
  first: Key,
  firstName: string,
  second: Key,
  secondName: string,
): GridRow<Key> {
  return { height, cells: pair(first, firstName, second, secondName) }
}

function pair(first: Key, firstName: string, second: Key, secondName: string): GridCell<Key>[] {
  return [
    label(firstName, LABEL),
    value(first, firstName, 42),
    label(secondName, LABEL),
    centredValue(second, secondName),
  ]
}
