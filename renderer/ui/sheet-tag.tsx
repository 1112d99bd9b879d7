import { sheetStateWords } from '../../shared/cases/states.ts'
import type { SheetRecord } from '../../shared/register/record.ts'
import { today } from '../desk/desk.tsx'
import { StateTag } from './state-tag.tsx'

/** A sheet's state today: an issued one may have run out, a void one may have been replaced. */
export function SheetTag({ sheet }: { readonly sheet: SheetRecord }) {
  return <StateTag state={sheetStateWords[stateToday(sheet)]} />
}

function stateToday({ state, issue, replacedBy }: SheetRecord): keyof typeof sheetStateWords {
  if (state === 'void' && replacedBy) return 'replaced'
  if (state === 'issued' && issue && issue.validUntil < today()) return 'expired'
  return state
}
