import { Alert } from 'antd'
import { useState } from 'react'
import type { DeskStore } from '../local/desk-store.ts'
import { useLive } from '../local/live.ts'
import { readRestored, type Restored } from '../local/restored.ts'
import type { TakenOver } from '../local/take-over.ts'
import { rebuildWords } from '../words/rebuild-words.ts'
import { restoreWords } from '../words/restore-words.ts'

const text = restoreWords.opened

interface NoticeProps {
  readonly store: DeskStore
  /** Only at the first opening after it. */
  readonly takenOver?: TakenOver | undefined
}

/** What this machine took over, and what it still waits for before it draws numbers. */
export function RestoredNotice({ store, takenOver }: NoticeProps) {
  const [isClosed, setClosed] = useState(false)
  const restored = useLive(
    () => readRestored(store),
    (mark) => Promise.resolve(mark),
    [store],
  )
  return (
    <>
      {takenOver ? <TakenOverAlert {...takenOver} /> : null}
      {restored && !restored.isHeard ? (
        <Alert type="warning" role="status" data-restored="not-heard" title={text.notHeard} />
      ) : null}
      {restored && restored.missed > 0 && !isClosed ? (
        <Missed {...restored} close={() => setClosed(true)} />
      ) : null}
    </>
  )
}

function TakenOverAlert({ tallied, differing }: TakenOver) {
  if (!tallied.ok)
    return <Alert type="error" role="alert" data-restored="unreadable" title={text.unreadable} />
  if (differing.length > 0) {
    const words = differing.map(({ table, count, tallied: should }) =>
      text.differs(rebuildWords.tables[table], count, should),
    )
    return (
      <Alert
        type="error"
        role="alert"
        data-restored="differs"
        title={text.differing}
        description={words.join('；')}
      />
    )
  }
  const { entries, cases, actions, drafts, outbox } = tallied.counts
  return (
    <Alert
      type="success"
      role="status"
      closable
      data-restored="whole"
      title={text.title(entries)}
      description={text.counts(cases, actions, drafts, outbox)}
    />
  )
}

function Missed({ missed, close }: Restored & { readonly close: () => void }) {
  return (
    <Alert
      type="error"
      role="alert"
      data-restored="missed"
      closable={{ onClose: close }}
      title={text.missed(missed)}
    />
  )
}
