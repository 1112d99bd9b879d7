import { Button, Card, Progress } from 'antd'
import { useDesk } from '../desk/desk.tsx'
import { goTo } from '../session/session.ts'
import { megabytes, useUploads } from '../sync/upload-state.ts'
import { attachmentWords } from '../words/attachment-words.ts'

const words = attachmentWords.sync

/** How the scans stand on their way: counted by what the city confirmed, never by what left this machine. */
export function UploadsPanel() {
  const { retryUploads } = useDesk()
  const { done, doneBytes, waiting, waitingBytes, blocked, onStick, current, reason, lost } = useUploads()
  const total = done + waiting
  const sent = doneBytes + (current?.sent ?? 0)
  const all = doneBytes + waitingBytes
  return (
    <Card size="small" className="block" title={words.title}>
      {total === 0 && blocked === 0 ? <p className="quiet">{words.none}</p> : null}
      {total > 0 ? (
        <>
          <p data-uploads={`${done}/${total}`}>
            {words.progress(done, total, megabytes(sent), megabytes(all))}
          </p>
          <Progress percent={Math.floor((100 * sent) / Math.max(all, 1))} size="small" />
        </>
      ) : null}
      {blocked > 0 ? <p>{words.blocked(blocked)}</p> : null}
      {onStick > 0 ? (
        <p data-scans-on-stick={onStick}>{words.onStick(onStick, waiting + blocked - onStick)}</p>
      ) : null}
      {waiting > 0 && reason !== '' ? <p className="state attention">{reason}</p> : null}
      {lost.size > 0 ? <LostFiles lost={lost} /> : null}
      <p className="quiet">{words.afterActions}</p>
      <Button disabled={waiting === 0 && lost.size === 0} onClick={retryUploads}>
        {words.retry}
      </Button>
    </Card>
  )
}

function LostFiles({ lost }: { readonly lost: ReadonlyMap<string, string> }) {
  return (
    <div role="alert" className="state bad">
      {words.lost(lost.size)}
      {[...new Set(lost.values())].map((caseId) => (
        <button
          key={caseId}
          type="button"
          className="to-field"
          onClick={() => goTo({ screen: 'case', caseId })}
        >
          {attachmentWords.openCase}
        </button>
      ))}
    </div>
  )
}
