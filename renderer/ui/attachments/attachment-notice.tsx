import { Alert, Progress } from 'antd'
import { attachmentWords } from '../../words/attachment-words.ts'
import type { AttachmentDesk } from './attachment-desk.ts'

/** How far the adding has come, what was not taken and why, and the way back from a removal. */
export function AttachmentNotice({ notice }: Pick<AttachmentDesk, 'notice'>) {
  const { preparing, faults, removed, undo } = notice
  return (
    <>
      {preparing ? (
        <div role="status" className="quiet">
          {attachmentWords.preparing(preparing.done + 1, preparing.total)}
          <Progress percent={Math.round((100 * preparing.done) / preparing.total)} size="small" />
        </div>
      ) : null}
      {faults.map((fault) => (
        <Alert key={fault} type="error" role="alert" title={fault} />
      ))}
      {removed ? (
        <div role="status" className="scan-undo">
          {attachmentWords.removed(removed.name)}
          <button type="button" className="to-field" onClick={undo}>
            {attachmentWords.undo}
          </button>
        </div>
      ) : null}
    </>
  )
}
