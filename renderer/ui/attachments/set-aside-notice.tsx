import { Alert } from 'antd'
import { useUploads } from '../../sync/upload-state.ts'
import { attachmentWords } from '../../words/attachment-words.ts'

/** Tells that the last session left scans that belong to nothing, until the clerk closes it. */
export function SetAsideNotice() {
  const count = useUploads((uploads) => uploads.setAside)
  if (count === 0) return null
  return (
    <Alert
      type="warning"
      role="alert"
      title={attachmentWords.setAside(count)}
      closable={{ onClose: () => useUploads.setState({ setAside: 0 }) }}
    />
  )
}
