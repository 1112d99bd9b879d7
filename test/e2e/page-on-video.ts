import { randomFor } from '../../build/sample-station/random.ts'
import { brightest, darkest, writeGreyVideo } from './grey-video.ts'

/** What a document camera of 5 MP sees. */
export const seen = { width: 2592, height: 1944 }

const table = 90
const page = { left: 300, right: 2292, top: 150, bottom: 1794 }
/** A black square in the upper left corner of the page, and no other corner, tells which way up a photo of it is. */
const corner = { left: 380, right: 620, top: 230, bottom: 470 }

/** A video of a page with lines of print, made up by the seed, on a dark table. */
export function writeVideoOfPage(path: string, seed: number): void {
  const random = randomFor(seed, 'page')
  const picture = Buffer.alloc(seen.width * seen.height, table)
  const paint = (brightness: number, { left, right, top, bottom }: typeof page) => {
    for (let y = top; y < bottom; y += 1)
      picture.fill(brightness, y * seen.width + left, y * seen.width + right)
  }
  paint(brightest, page)
  paint(darkest, corner)
  for (let top = 560; top < 1400; top += 70)
    for (let left = 380; left < 2000;) {
      const right = left + random.between(20, 48)
      paint(darkest, { left, right, top, bottom: top + 36 })
      left = right + 12
    }
  writeGreyVideo(path, seen.width, seen.height, picture)
}
