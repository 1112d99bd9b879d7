import { useEffect, useRef, useState } from 'react'
import { openPreview, type PaperPreview as Preview } from '../paper/preview.ts'

/** The pages of a PDF, drawn byte for byte as they will be printed, fitted to the width there is. */
export function PaperPreview({ pdf }: { readonly pdf: Uint8Array }) {
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
        <Page key={page} preview={preview} page={page} />
      ))}
    </div>
  )
}

const millimetresPerCssInch = 25.4
const cssPixelsPerInch = 96

function Page({ preview, page }: { readonly preview: Preview; readonly page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const sheet = canvas.current
    if (!sheet) return
    const draw = async () => {
      const { width } = await preview.pageSize(page)
      const trueWidth = (width / millimetresPerCssInch) * cssPixelsPerInch
      const room = sheet.parentElement?.clientWidth ?? trueWidth
      await preview.drawPage(page, sheet, Math.min(1, room / trueWidth))
      sheet.dataset['drawn'] = 'true'
    }
    void draw()
  }, [preview, page])
  return <canvas ref={canvas} className="paper-page" aria-label={`第${page}页`} />
}
