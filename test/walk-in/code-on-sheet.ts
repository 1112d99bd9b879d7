import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import decodeQr from 'qr/decode.js'

/** The QR code on the overprinted sheet in `printed`, read as a camera would: from its pixels, left in `pictures`. */
export function codeOnSheet(printed: string, pictures: string): string {
  const [sheet = ''] = readdirSync(printed).filter((name) => name.includes('套打'))
  const pdf = join(printed, sheet)
  execFileSync('pdftoppm', ['-r', '200', '-png', pdf, join(pictures, 'sheet')])
  const ppm = execFileSync('pdftoppm', ['-r', '200', '-singlefile', pdf], { maxBuffer: 1 << 28 })
  const [, width = '0', height = '0'] =
    /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.toString('latin1', 0, 40)) ?? []
  const size = { width: Number(width), height: Number(height) }
  const data = new Uint8Array(ppm.subarray(ppm.length - size.width * size.height * 3))
  return decodeQr({ ...size, data }, { format: 'RGB', timeLimit: 10_000 })
}
