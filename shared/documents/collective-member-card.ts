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
import type { OverprintBox } from './overprint-form.ts'
import { residentCardRows, type ResidentCardContent } from './resident-card.ts'
import { headingAt, labelAt } from './sheet-drawing.ts'

/** The 22 items of the resident card, the unit whose household it is, and how the member came into it. */
export interface CollectiveMemberContent extends ResidentCardContent {
  readonly unit: string
  readonly householdNumber: string
  readonly joinReason: string
  readonly joinedOn: string
}

type Key = keyof CollectiveMemberContent

const joining: GridRow<Key> = {
  height: 6.3,
  cells: [
    label('入户原因', 22),
    value('joinReason', '入户原因', 50),
    label('入户日期', 20),
    centredValue('joinedOn', '入户日期'),
  ],
}
const beforeSigning = residentCardRows.slice(0, -1)
const signing = residentCardRows.slice(-1)
const grid: FormGrid<Key> = {
  left: 9,
  top: 14.6,
  width: 126,
  rows: [...beforeSigning, joining, ...signing],
}

const headBoxes: readonly OverprintBox<Key>[] = [
  headBox('unit', '集体户单位', 26, 72),
  headBox('householdNumber', '户号', 108.5, 26),
]

export const collectiveMemberForm: BookletPageForm<Key> = {
  form: {
    id: 'collective-member-card',
    edition: '1996-a',
    title: '集体户成员卡',
    sheet: bookletSheet,
    boxes: [...headBoxes, ...gridBoxes(grid)],
  },
  grids: [grid],
  printing: [
    headingAt('集体户成员卡', bookletSheet.width / 2, 3.6, 12.5, 4),
    labelAt('集体户单位：', 9.2, 10.6, 7.8),
    labelAt('户号：', 100.5, 10.6, 7.8),
    ...gridPrinting(grid),
  ],
}

/** The card of one member of a collective household (集体户成员卡), kept with the unit's booklet or lent to the member. */
export function collectiveMemberCard(
  content: CollectiveMemberContent,
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  return bookletPage(collectiveMemberForm, content, paper)
}

function headBox(key: Key, name: string, left: number, width: number): OverprintBox<Key> {
  return {
    id: `main.${key}`,
    part: 'main',
    value: key,
    label: name,
    left,
    top: 9.6,
    width,
    height: 4.6,
    size: 8.5,
    lines: 2,
  }
}
