import { writeFileSync } from 'node:fs'
import encodeQr from 'qr'

const side = 480
const frames = 3

/** A video that shows a QR code and nothing else, for a camera that is a file (YUV4MPEG2, 4:2:0, 480 by 480). */
export function writeVideoOfCode(path: string, code: string): void {
  const modules = encodeQr(code, 'raw', { border: 4 })
  const scale = Math.floor(side / modules.length)
  const bright = Buffer.alloc(side * side, 235)
  for (const [row, line] of modules.entries())
    for (const [column, isDark] of line.entries())
      if (isDark)
        for (let y = row * scale; y < (row + 1) * scale; y += 1)
          bright.fill(16, y * side + column * scale, y * side + (column + 1) * scale)
  const colourless = Buffer.alloc((side * side) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), bright, colourless])
  const head = Buffer.from(`YUV4MPEG2 W${side} H${side} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]))
}
