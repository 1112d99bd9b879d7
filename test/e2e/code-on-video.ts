import encodeQr from 'qr'
import { brightest, darkest, writeGreyVideo } from './grey-video.ts'

const side = 480

/** A video that shows a QR code and nothing else, for a camera that is a file (480 by 480). */
export function writeVideoOfCode(path: string, code: string): void {
  const modules = encodeQr(code, 'raw', { border: 4 })
  const scale = Math.floor(side / modules.length)
  const bright = Buffer.alloc(side * side, brightest)
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      if (isDark)
        for (let y = row * scale; y < (row + 1) * scale; y += 1)
          bright.fill(darkest, y * side + column * scale, y * side + (column + 1) * scale)
  writeGreyVideo(path, side, side, bright)
}
