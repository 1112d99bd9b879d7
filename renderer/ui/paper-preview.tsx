import { useEffect, useRef, useState } from 'react'
import { openPreview, type PaperPreview as Preview } from '../paper/preview.ts'

interface Shown {
  /** Times the size that fits the width there is. */
  readonly zoom?: number
  /** Quarter turns, clockwise. */
  readonly quarters?: number
}

/** The pages of a PDF, drawn byte for byte as they will be printed, fitted to the width there is. */
export function PaperPreview({ pdf, zoom = 1, quarters = 0 }: Shown & { readonly pdf: Uint8Array }) {
  const [preview, setPreview] = useState<Preview>()
  useEffect(() => {
    let opened: Preview | undefined
    let left = false
    void openPreview(pdf).then((opening) => {
      opened = opening
      if (left) void opening.close()
      else setPreview(opening)
    })
    return () => {
      left = true
      void opened?.close()
    }
  }, [pdf])
  if (!preview) return null
  const pages = Array.from({ length: preview.pageCount }, (_, index) => index + 1)
  return (
    <div>
      {pages.map((page) => (
        <Page key={page} preview={preview} page={page} zoom={zoom} quarters={quarters} />
      ))}
    </div>
  )
}

const millimetresPerCssInch = 25.4
const cssPixelsPerInch = 96

interface PageProps extends Required<Shown> {
  readonly preview: Preview
  readonly page: number
}

function Page({ preview, page, zoom, quarters }: PageProps) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    const draw = async () => {
      const { width, height } = await preview.pageSize(page)
      const across = quarters % 2 === 0 ? width : height
      const trueWidth = (across / millimetresPerCssInch) * cssPixelsPerInch
      const room = sheet.parentElement?.clientWidth ?? trueWidth
      await preview.drawPage(page, sheet, zoom * Math.min(1, room / trueWidth), quarters)
      sheet.dataset['drawn'] = 'true'
    }
    void draw()
  }, [preview, page, zoom, quarters])
  return <canvas ref={canvas} className="paper-page" aria-label={`第${page}页`} />
}
