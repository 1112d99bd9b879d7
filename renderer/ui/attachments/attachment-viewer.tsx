import { Button, Modal, Space } from 'antd'
import { useEffect, useState, type KeyboardEvent } from 'react'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { noteOnTrail } from '../../session/trail.ts'
import { attachmentWords } from '../../words/attachment-words.ts'
import { PaperPreview } from '../paper-preview.tsx'
import { turnedStyles } from './turned-styles.ts'
import { useFile } from './use-file.ts'

const words = attachmentWords.viewer
const zooms = [1, 1.5, 2, 3, 4] as const

interface ViewerProps {
  readonly attachments: readonly Attachment[]
  readonly at: number
  readonly show: (at: number | undefined) => void
}

/** One scan at a time over the whole window; all of it by keys. */
export function AttachmentViewer({ attachments, at, show }: ViewerProps) {
  const [zoom, setZoom] = useState(0)
  const [quarters, setQuarters] = useState(0)
  const attachment = attachments[at]
  const move = (by: number) => {
    setZoom(0)
    setQuarters(0)
    show((at + by + attachments.length) % attachments.length)
  }
  const larger = () => setZoom((before) => Math.min(before + 1, zooms.length - 1))
  const smaller = () => setZoom((before) => Math.max(before - 1, 0))
  const turn = () => setQuarters((before) => (before + 1) % 4)
  const keys: Readonly<Record<string, () => void>> = {
    '+': larger,
    '=': larger,
    '-': smaller,
    '0': () => setZoom(0),
    r: turn,
    R: turn,
    ArrowLeft: () => move(-1),
    ArrowRight: () => move(1),
  }
  if (!attachment) return null
  return (
    <Modal
      open
      width="96vw"
      style={{ top: 12 }}
      title={`${attachment.name}　${words.place(at + 1, attachments.length)}`}
      onCancel={() => show(undefined)}
      footer={
        <Space>
          <Button onClick={() => move(-1)}>{words.before}</Button>
          <Button onClick={() => move(1)}>{words.after}</Button>
          <Button onClick={smaller}>{words.zoomOut}</Button>
          <Button onClick={larger}>{words.zoomIn}</Button>
          <Button onClick={() => setZoom(0)}>{words.fit}</Button>
          <Button onClick={turn}>{words.turn}</Button>
          <Button type="primary" onClick={() => show(undefined)}>
            {words.close}
          </Button>
        </Space>
      }
      wrapProps={{
        onKeyDown: (event: KeyboardEvent) => {
          const act = keys[event.key]
          if (!act) return
          event.preventDefault()
          event.stopPropagation()
          act()
        },
      }}
    >
      <ShownFile
        key={attachment.digest}
        attachment={attachment}
        zoom={zooms[zoom] ?? 1}
        quarters={quarters}
      />
    </Modal>
  )
}

interface ShownProps {
  readonly attachment: Attachment
  readonly zoom: number
  readonly quarters: number
}

function ShownFile({ attachment, zoom, quarters }: ShownProps) {
  const file = useFile(attachment)
  const { digest } = attachment
  useEffect(() => noteOnTrail({ what: 'attachment-seen', digest: digest.slice(0, 16) }), [digest])
  if (file.kind === 'loading') return <p className="quiet">{attachmentWords.loading}</p>
  if (file.kind === 'failed') return <p role="alert">{file.reason}</p>
  return (
    <div className="scan-shown" tabIndex={-1}>
      {file.kind === 'pdf' ? (
        <PaperPreview pdf={file.bytes} zoom={zoom} quarters={quarters} />
      ) : (
        <Picture url={file.url} name={attachment.name} zoom={zoom} quarters={quarters} />
      )}
    </div>
  )
}

interface PictureProps extends Pick<ShownProps, 'zoom' | 'quarters'> {
  readonly url: string
  readonly name: string
}

function Picture({ url, name, zoom, quarters }: PictureProps) {
  const { sheet, picture } = turnedStyles(quarters, zoom)
  return (
    <div className="scan-sheet" style={sheet}>
      <img src={url} alt={name} style={picture} />
    </div>
  )
}
