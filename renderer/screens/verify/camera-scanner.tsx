import { Alert, Button, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { station as machine } from '../../station.ts'
import { words } from '../../words/index.ts'
import { codeIn } from './read-code.ts'

const text = words.proof.camera

/** Between two looks at the picture, in milliseconds: the clerk's hand moves, the processor rests. */
const betweenLooks = 200
/** The machine lets the camera be open for a little longer than this. */
const longestScan = 60_000

interface ScannerProps {
  readonly found: (code: string) => void
}

/** A code held before the camera: the camera is on for the time of the scan, and its picture goes nowhere. */
export function CameraScanner({ found }: ScannerProps) {
  const [scanning, setScanning] = useState(false)
  const [said, setSaid] = useState('')
  const end = (why = '') => {
    setScanning(false)
    setSaid(why)
  }
  if (!scanning) {
    return (
      <Space>
        <Button
          onClick={() => {
            setSaid('')
            setScanning(true)
          }}
        >
          {text.open}
        </Button>
        {said ? <Alert type="warning" role="alert" title={said} /> : null}
      </Space>
    )
  }
  return (
    <Scan
      found={(code) => {
        end()
        found(code)
      }}
      end={end}
    />
  )
}

function Scan({ found, end }: ScannerProps & { readonly end: (why?: string) => void }) {
  const video = useRef<HTMLVideoElement>(null)
  const tell = useRef({ found, end })
  useEffect(() => {
    tell.current = { found, end }
  })
  useEffect(() => {
    let stream: MediaStream | undefined
    let looking: ReturnType<typeof setInterval> | undefined
    let left = false
    const begin = async () => {
      await machine.call('camera.open', {})
      const opened = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } })
      const screen = video.current
      if (left || !screen) return stop(opened)
      stream = opened
      screen.srcObject = opened
      await screen.play()
      looking = setInterval(() => {
        const { videoWidth, videoHeight } = screen
        const code = videoWidth > 0 ? codeIn(screen, videoWidth, videoHeight) : undefined
        if (code !== undefined) tell.current.found(code)
      }, betweenLooks)
    }
    const tooLong = setTimeout(() => tell.current.end(text.tooLong), longestScan)
    begin().catch((fault: unknown) => {
      if (!left) tell.current.end(whyNot(fault))
    })
    return () => {
      left = true
      clearInterval(looking)
      clearTimeout(tooLong)
      if (stream) stop(stream)
      void machine.call('camera.close', {}).catch(() => undefined)
    }
  }, [])
  return (
    <Space orientation="vertical">
      <video ref={video} muted playsInline className="camera" aria-label={text.picture} />
      <Space>
        <Button onClick={() => end()}>{text.close}</Button>
        <span className="quiet">{text.hold}</span>
      </Space>
    </Space>
  )
}

function stop(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop()
}

/** The browser's own names for why there is no picture. */
function whyNot(fault: unknown): string {
  const name = fault instanceof DOMException ? fault.name : ''
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return text.none
  return name === 'NotReadableError' ? text.busy : text.denied
}
