import type { Outcome } from '../base/outcome.ts'
import { changesForm, changesPages, type ChangesPage } from './booklet-changes.ts'
import type { BookletPaper } from './booklet-page.ts'
import type { DocumentDefinition } from './definition.ts'
import type { OverprintForm } from './overprint-form.ts'

/** One changed or corrected item of a person's entry, in printed words. */
export interface EntryChange {
  readonly item: string
  /** What stands in the register from now on. */
  readonly content: string
  readonly on: string
  readonly clerk: string
}

const page: ChangesPage = {
  id: 'booklet-entry-changes',
  title: '登记事项变更和更正记载',
  columns: [
    { name: '项目', left: 13.2, width: 20.6 },
    { name: '变更、更正后的内容', left: 35.4, width: 50.4 },
    { name: '变更、更正日期', left: 87.4, width: 23 },
    { name: '承办人签章', left: 112, width: 23.8 },
  ],
}

export const bookletEntryForm: OverprintForm<string> = changesForm(page)

/** The changed and corrected items (变更更正记载) beside a person's card, as many pages as they need. */
export function bookletEntryChanges(
  changes: readonly EntryChange[],
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  return changesPages(
    page,
    changes.map(({ item, content, on, clerk }) => ({ words: [item, content], on, clerk })),
    paper,
  )
}
