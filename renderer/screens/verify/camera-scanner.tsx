import { Alert, Button, Space } from 'antd'
import { useEffect, useRef, useState } from 'react'
import { holdCamera } from '../../camera/hold-camera.ts'
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
    let looking: ReturnType<typeof setInterval> | undefined
    const look = () => {
      const screen = video.current
      if (!screen || screen.videoWidth === 0) return
      const code = codeIn(screen, screen.videoWidth, screen.videoHeight)
      if (code !== undefined) tell.current.found(code)
    }
    const letGo = holdCamera(
      { picture: { facingMode: 'environment' } },
      {
        opened: (stream) => {
          if (video.current) video.current.srcObject = stream
          looking = setInterval(look, betweenLooks)
        },
        lost: (why) => tell.current.end(text[why]),
      },
    )
    const tooLong = setTimeout(() => tell.current.end(text.tooLong), longestScan)
    return () => {
      clearInterval(looking)
      clearTimeout(tooLong)
      letGo()
    }
  }, [])
  return (
    <Space orientation="vertical">
      <video ref={video} autoPlay muted playsInline className="camera" aria-label={text.picture} />
      <Space>
        <Button onClick={() => end()}>{text.close}</Button>
        <span className="quiet">{text.hold}</span>
      </Space>
    </Space>
  )
}
