import { Alert } from 'antd'
import type { Refusal } from '../../shared/base/outcome.ts'
import { citeInWords, findCitation } from '../../shared/policy/instruments/index.ts'
import { focusField } from './focus.ts'

/** Reasons against something, in the clerk's words, the clause in small type behind each; a click goes to the field. */
export function Refusals({ refusals }: { readonly refusals: readonly Refusal[] }) {
  if (refusals.length === 0) return null
  const list = refusals.map((refusal) => (
    <li key={`${refusal.code}-${refusal.field ?? ''}`}>
      {refusal.field ? (
        <button type="button" className="to-field" onClick={() => focusField(refusal.field ?? '')}>
          {refusal.message}
        </button>
      ) : (
        refusal.message
      )}
      {refusal.citation && findCitation(refusal.citation) ? (
        <span className="quiet">（{citeInWords(refusal.citation)}）</span>
      ) : null}
    </li>
  ))
  return <Alert className="block" type="error" role="alert" title={<ul className="reasons">{list}</ul>} />
}
