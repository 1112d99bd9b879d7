import { writeFileSync } from 'node:fs'

const frames = 3

/** How bright a point of a video is: as white as paper, as black as print. */
export const brightest = 235
export const darkest = 16

/** Writes a video for a camera that is a file (YUV4MPEG2, 4:2:0): one grey picture, row by row a byte a point, that stays. */
export function writeGreyVideo(path: string, width: number, height: number, picture: Uint8Array): void {
  const colourless = Buffer.alloc((width * height) / 2, 128)
  const frame = Buffer.concat([Buffer.from('FRAME\n'), picture, colourless])
  const head = Buffer.from(`YUV4MPEG2 W${width} H${height} F10:1 Ip A1:1 C420jpeg\n`)
  writeFileSync(path, Buffer.concat([head, ...Array.from({ length: frames }, () => frame)]))
}
