import { sheetStateWords } from '../../shared/cases/states.ts'
import type { CertificateRecord } from '../../shared/register/certificate.ts'
import { today } from '../desk/desk.tsx'
import { StateTag } from './state-tag.tsx'

/** A sheet's state today: an issued one may have run out, a void one may have been replaced. */
export function SheetTag({ certificate }: { readonly certificate: CertificateRecord }) {
  return <StateTag state={sheetStateWords[stateToday(certificate)]} />
}

function stateToday({ state, issue, replacedBy }: CertificateRecord): keyof typeof sheetStateWords {
  if (state === 'void' && replacedBy) return 'replaced'
  if (state === 'issued' && issue && issue.validUntil < today()) return 'expired'
  return state
}
