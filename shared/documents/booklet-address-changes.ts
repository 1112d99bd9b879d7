import type { Outcome } from '../base/outcome.ts'
import { changesForm, changesPages, type ChangesPage } from './booklet-changes.ts'
import type { BookletPaper } from './booklet-page.ts'
import type { DocumentDefinition } from './definition.ts'
import type { OverprintForm } from './overprint-form.ts'

/** One move of the household inside the station's area, in printed words. */
export interface AddressChange {
  readonly address: string
  readonly on: string
  readonly clerk: string
}

/** Corners from the template of a register system in use at stations (one pixel being 0.2646 mm). */
const page: ChangesPage = {
  id: 'booklet-address-changes',
  title: '住址变动登记',
  columns: [
    { name: '变动后住址', left: 13.2, width: 71.4 },
    { name: '变动日期', left: 86.0, width: 23.6 },
    { name: '承办人签章', left: 111.1, width: 24.6 },
  ],
}

export const bookletAddressForm: OverprintForm<string> = changesForm(page)

/** The address changes (住址变动登记) on the reverse of the head page, as many pages as they need. */
export function bookletAddressChanges(
  changes: readonly AddressChange[],
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  return changesPages(
    page,
    changes.map(({ address, on, clerk }) => ({ words: [address], on, clerk })),
    paper,
  )
}
