import { useState } from 'react'
import { useDesk } from '../../desk/desk.tsx'
import { readCase } from '../../local/read.ts'
import { goTo } from '../../session/session.ts'
import { words } from '../../words/index.ts'

interface CaseLinkProps {
  readonly caseId: string
  /** Acceptance number, or other words to click on. */
  readonly label: string
}

/** Opens the case behind a change; says so where this desk does not have it. */
export function CaseLink({ caseId, label }: CaseLinkProps) {
  const { store } = useDesk()
  const [isMissing, setMissing] = useState(false)
  if (caseId === '') return label
  const open = async () => {
    if (await readCase(store, caseId)) goTo({ screen: 'case', caseId })
    else setMissing(true)
  }
  return (
    <>
      <button type="button" className="to-field" onClick={() => void open()}>
        {label === '' ? words.register.historyColumns.case : label}
      </button>
      {isMissing ? <span className="quiet"> {words.register.noCase}</span> : null}
    </>
  )
}
