import { useRef, useState, type ReactNode } from 'react'
import { flushSync } from 'react-dom'
import type { Attachment } from '../../../shared/attachments/attachment.ts'
import { useChosenCamera } from '../../desk/desk-settings.ts'
import { useUploads } from '../../sync/upload-state.ts'
import { attachmentWords } from '../../words/attachment-words.ts'
import { AttachmentViewer } from './attachment-viewer.tsx'
import type { AttachmentDesk } from './attachment-desk.ts'
import { useFile } from './use-file.ts'
import { Viewfinder } from './viewfinder.tsx'

interface StripProps {
  readonly desk: AttachmentDesk
  /** Id and name of the material that the scans belong to; none for what belongs to the case as a whole. */
  readonly material?: { readonly id: string; readonly name: string }
}

/** The scans of one material as small pictures in a row, and the buttons that add more. */
export function AttachmentStrip({ desk, material }: StripProps) {
  const [viewed, setViewed] = useState<number>()
  const shown = desk.attachments.filter((each) => each.material === material?.id)
  return (
    <div
      className="scans"
      data-material={material?.id ?? ''}
      onFocus={() => desk.aim(material?.id)}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault()
        event.stopPropagation()
        desk.add([...event.dataTransfer.files], material?.id)
      }}
    >
      {shown.map((attachment, at) => (
        <Thumbnail key={attachment.digest} attachment={attachment} desk={desk} open={() => setViewed(at)} />
      ))}
      {desk.mayAdd ? <AddScans desk={desk} material={material} /> : null}
      {viewed === undefined ? null : <AttachmentViewer attachments={shown} at={viewed} show={setViewed} />}
    </div>
  )
}

/** Adds files by the system's dialog, and photos by the camera. */
function AddScans({
  desk,
  material,
}: Pick<StripProps, 'desk'> & { readonly material: StripProps['material'] | undefined }) {
  const [taking, setTaking] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const camera = useRef<HTMLButtonElement>(null)
  const chosen = useChosenCamera()
  const add = material ? attachmentWords.addTo(material.name) : attachmentWords.addOther
  const take = material ? attachmentWords.camera.takeFor(material.name) : attachmentWords.camera.takeOther
  return (
    <>
      <button
        type="button"
        className="scan-add"
        aria-label={add}
        title={add}
        onClick={() => input.current?.click()}
      >
        ＋ {attachmentWords.add}
      </button>
      <input
        ref={input}
        type="file"
        hidden
        multiple
        accept="image/jpeg,image/png,image/webp,application/pdf"
        aria-hidden
        data-scan-input={material?.id ?? ''}
        onChange={(event) => {
          desk.add([...(event.target.files ?? [])], material?.id)
          event.target.value = ''
        }}
      />
      <button
        ref={camera}
        type="button"
        className="scan-add"
        aria-label={take}
        title={take}
        onClick={() => setTaking(true)}
      >
        {attachmentWords.camera.take}
      </button>
      {taking ? (
        <Viewfinder
          desk={desk}
          material={material}
          camera={chosen}
          close={() => {
            // The dialog keeps the focus while it is there.
            flushSync(() => setTaking(false))
            camera.current?.focus()
          }}
        />
      ) : null}
    </>
  )
}

interface ThumbnailProps {
  readonly attachment: Attachment
  readonly desk: AttachmentDesk
  readonly open: () => void
}

function Thumbnail({ attachment, desk, open }: ThumbnailProps) {
  const { name, digest } = attachment
  return (
    <figure className="scan" data-scan-state={desk.stateOf(digest) ?? 'draft'}>
      <button type="button" aria-label={attachmentWords.open(name)} title={name} onClick={open}>
        <SmallPicture attachment={attachment} />
      </button>
      <figcaption>
        <ScanState digest={digest} state={desk.stateOf(digest)} />
        {desk.mayRemove(digest) ? (
          <button
            type="button"
            className="scan-remove"
            aria-label={`${attachmentWords.remove} ${name}`}
            onClick={() => desk.remove(attachment)}
          >
            {attachmentWords.remove}
          </button>
        ) : null}
      </figcaption>
    </figure>
  )
}

function SmallPicture({ attachment }: { readonly attachment: Attachment }): ReactNode {
  const file = useFile(attachment)
  if (file.kind === 'picture') return <img src={file.url} alt="" />
  if (file.kind === 'pdf') return <span className="scan-kind">{attachmentWords.pdf}</span>
  return (
    <span className="quiet">
      {file.kind === 'loading' ? attachmentWords.loading : attachmentWords.notHere}
    </span>
  )
}

interface StateProps {
  readonly digest: string
  readonly state: ReturnType<AttachmentDesk['stateOf']>
}

function ScanState({ digest, state }: StateProps) {
  const current = useUploads((uploads) => uploads.current)
  if (state === undefined) return null
  if ((state === 'waiting' || state === 'on-stick') && current?.digest === digest) {
    const percent = Math.floor((100 * current.sent) / Math.max(current.total, 1))
    return <span className="state waiting">{attachmentWords.sending(percent)}</span>
  }
  return (
    <span className={`state ${state === 'received' || state === 'elsewhere' ? 'good' : 'waiting'}`}>
      {attachmentWords.states[state]}
    </span>
  )
}
