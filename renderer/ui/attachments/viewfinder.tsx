import { Alert, Button, Modal, Select, Space } from 'antd'
import { useRef, useState, type KeyboardEvent } from 'react'
import { freeze, nextPhotoName, photoOf } from '../../attachments/photo.ts'
import { attachmentWords } from '../../words/attachment-words.ts'
import type { AttachmentDesk } from './attachment-desk.ts'
import { turnedStyles } from './turned-styles.ts'
import { useViewfinder, type Viewfinder as Finder } from './use-viewfinder.ts'

const words = attachmentWords.camera

interface ViewfinderProps {
  readonly desk: AttachmentDesk
  /** What the photos belong to, as for the strip. */
  readonly material?: { readonly id: string; readonly name: string } | undefined
  readonly camera: string | undefined
  readonly close: () => void
}

/** The camera over the whole window: page after page is taken, looked at, turned and used; all of it by keys. */
export function Viewfinder({ desk, material, camera, close }: ViewfinderProps) {
  const screen = useRef<HTMLVideoElement>(null)
  const finder = useViewfinder(screen, camera)
  const primary = useRef<HTMLButtonElement>(null)
  const still = useRef<HTMLCanvasElement>(null)
  const [frozen, setFrozen] = useState(false)
  const [quarters, setQuarters] = useState(0)
  const { keep, keeping, said, forget, kept } = useKeeping(desk, material?.id)
  const shoot = () => {
    if (finder.state !== 'live' || !screen.current || !still.current) return
    freeze(screen.current, still.current)
    forget()
    setFrozen(true)
  }
  const use = async () => {
    if (still.current && (await keep(still.current, quarters))) setFrozen(false)
  }
  const isLost = !frozen && finder.state !== 'opening' && finder.state !== 'live'
  const act = frozen ? () => void use() : isLost ? finder.retry : shoot
  const leave = () => {
    if (keeping) return
    if (frozen) setFrozen(false)
    else close()
  }
  const turn = () => {
    if (!keeping) setQuarters((before) => (before + 1) % 4)
  }
  const { sheet, picture } = turnedStyles(quarters)
  return (
    <Modal
      open
      width="96vw"
      style={{ top: 12 }}
      title={words.title(material?.name ?? attachmentWords.other)}
      closable={false}
      mask={{ closable: false }}
      onCancel={leave}
      footer={
        <Space wrap>
          <CameraChoice finder={finder} chosen={() => primary.current?.focus()} />
          <Button onClick={turn}>{words.turn}</Button>
          <Button onClick={leave}>{frozen ? words.retake : words.done}</Button>
          <Button ref={primary} type="primary" autoFocus loading={keeping} onClick={act}>
            {frozen ? words.use : isLost ? words.retry : words.shoot}
          </Button>
        </Space>
      }
      wrapProps={{ onKeyDown: (event: KeyboardEvent) => press(event, { act, turn }) }}
    >
      <div className="scan-shown" tabIndex={-1} data-viewfinder={frozen ? 'still' : finder.state}>
        <div className="scan-sheet" style={sheet}>
          <video
            ref={screen}
            hidden={frozen || isLost}
            autoPlay
            muted
            playsInline
            aria-label={words.live}
            style={picture}
            onLoadedData={finder.comes}
          />
          <canvas ref={still} hidden={!frozen} role="img" aria-label={words.still} style={picture} />
          {isLost ? <Lost why={finder.state} /> : null}
        </div>
      </div>
      <div role="status" className="quiet viewfinder-said">
        <span>{keeping ? words.keeping : frozen ? words.look : whatNow(finder.state)}</span>
        <span>{kept}</span>
      </div>
      {frozen && said ? <Alert type="error" role="alert" title={said} /> : null}
    </Modal>
  )
}

/** A key that stays down takes one page, not page after page; elsewhere than on a button Enter and Space do the same. */
function press(event: KeyboardEvent, { act, turn }: Readonly<Record<'act' | 'turn', () => void>>): void {
  const isPressing = event.key === 'Enter' || event.key === ' '
  const onControl = event.target instanceof Element && event.target.closest('button, input') !== null
  if (event.key.toLowerCase() === 'r' && !event.ctrlKey) turn()
  else if (isPressing && !onControl && !event.repeat) act()
  else if (!isPressing || !event.repeat) return
  event.preventDefault()
  event.stopPropagation()
}

function whatNow(state: Finder['state']): string {
  if (state === 'opening') return words.opening
  return state === 'live' ? words.hold : words.otherWays
}

/** Why there is no picture to take, in the middle of where it would be. */
function Lost({ why }: { readonly why: Finder['state'] }) {
  if (why === 'opening' || why === 'live') return null
  return <Alert type="warning" role="alert" showIcon title={words[why]} />
}

interface ChoiceProps {
  readonly finder: Finder
  readonly chosen: () => void
}

function CameraChoice({ finder: { cameras, used, choose }, chosen }: ChoiceProps) {
  if (cameras.length < 2) return null
  return (
    <Select
      aria-label={words.which}
      style={{ width: 320, textAlign: 'start' }}
      value={used ?? null}
      options={cameras.map(({ id, name }, at) => ({ value: id, label: name || words.nameless(at + 1) }))}
      onChange={(id) => {
        choose(id)
        chosen()
      }}
    />
  )
}

interface Keeping {
  /** Hands the still in like any file; answers whether it stands. */
  readonly keep: (still: HTMLCanvasElement, quarters: number) => Promise<boolean>
  readonly keeping: boolean
  /** Why the last one was not taken. */
  readonly said: string
  readonly forget: () => void
  readonly kept: string
}

function useKeeping(desk: AttachmentDesk, material: string | undefined): Keeping {
  const [keeping, setKeeping] = useState(false)
  const [said, setSaid] = useState('')
  const [taken, setTaken] = useState<readonly string[]>([])
  const keep: Keeping['keep'] = async (still, quarters) => {
    if (keeping) return false
    setKeeping(true)
    setSaid('')
    const name = nextPhotoName([...desk.attachments.map((each) => each.name), ...taken])
    try {
      const outcome = await desk.addOne(await photoOf(still, quarters, name), material)
      if (outcome.ok) setTaken((before) => [...before, name])
      else setSaid(attachmentWords.refused(name, outcome.refusals[0]?.message ?? ''))
      return outcome.ok
    } catch {
      // The disk or the machine failed under it: the still stands there and can be handed in again.
      setSaid(words.missed)
      return false
    } finally {
      setKeeping(false)
    }
  }
  const last = taken.at(-1)
  const kept = last === undefined ? '' : words.kept(last, taken.length)
  return { keep, keeping, said, forget: () => setSaid(''), kept }
}
