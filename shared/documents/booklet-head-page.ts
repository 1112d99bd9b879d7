import type { Outcome } from '../base/outcome.ts'
import { bookletPage, bookletSheet, type BookletPageForm, type BookletPaper } from './booklet-page.ts'
import type { DocumentDefinition } from './definition.ts'
import { centredValue, gridBoxes, gridPrinting, label, value, type FormGrid } from './form-grid.ts'
import { sealPlace } from './seal-place.ts'
import { headingAt, labelAt } from './sheet-drawing.ts'

/** Printed words of the head page; an empty text leaves its cell empty. */
export interface BookletHeadContent {
  /** 家庭户; a collective household has a head page of its own. */
  readonly householdKind: string
  readonly headName: string
  readonly householdNumber: string
  readonly address: string
  readonly issuedOn: string
  readonly clerk: string
}

type Key = keyof BookletHeadContent

const grid: FormGrid<Key> = {
  left: 10,
  top: 19,
  width: 123,
  rows: [
    {
      height: 11,
      cells: [
        label('户别', 16),
        centredValue('householdKind', '户别', 32),
        label('户主姓名', 18),
        value('headName', '户主姓名'),
      ],
    },
    {
      height: 14,
      cells: [
        label('户号', 16),
        centredValue('householdNumber', '户号', 32),
        label('住址', 18),
        value('address', '住址'),
      ],
    },
  ],
}

const signing: FormGrid<Key> = {
  left: 10,
  top: 85,
  width: 123,
  rows: [
    {
      height: 9,
      cells: [
        label('承办人签章', 22),
        value('clerk', '承办人', 40),
        label('签发日期', 22),
        centredValue('issuedOn', '签发日期'),
      ],
    },
  ],
}

export const bookletHeadForm: BookletPageForm<Key> = {
  form: {
    id: 'booklet-head-page',
    edition: '1996-a',
    title: '居民户口簿首页',
    sheet: bookletSheet,
    boxes: [...gridBoxes(grid), ...gridBoxes(signing)],
  },
  grids: [grid, signing],
  printing: [
    headingAt('居民户口簿', bookletSheet.width / 2, 8, 15, 5),
    ...gridPrinting(grid, 8.5),
    ...gridPrinting(signing, 8.5),
    labelAt('省级公安机关户口专用章', 24.5, 48, 8.5),
    ...sealPlace(41.5, 67, 14.5),
    labelAt('户口登记机关户口专用章', 84.5, 48, 8.5),
    ...sealPlace(101.5, 67, 14.5),
  ],
}

/** The head page (首页) of a family's booklet: the household, where it lives, and the places of both seals. */
export function bookletHeadPage(
  content: BookletHeadContent,
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  return bookletPage(bookletHeadForm, content, paper)
}
