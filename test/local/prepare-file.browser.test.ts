import { describe, expect, it } from 'vitest'
import { prepareFile } from '../../renderer/attachments/prepare-file.ts'
import { must } from '../../shared/base/must.ts'
import type { Outcome } from '../../shared/base/outcome.ts'
import { mostAttachmentBytes } from '../../shared/attachments/attachment.ts'
import { judgeContent } from '../../shared/attachments/judge-content.ts'
import { randomFor } from '../../build/sample-station/random.ts'

/** Longest edge of a kept picture, in points: A4 at 200 dpi. */
const longestKept = 2339

/** A picture of coloured noise, the same for the same seed: what compresses least. */
async function noise(width: number, height: number, type: string): Promise<Blob> {
  const random = randomFor(743, 'noise')
  const points = Uint32Array.from({ length: width * height }, () => 0xff000000 + random.between(0, 0xffffff))
  const canvas = new OffscreenCanvas(width, height)
  const pen = must(canvas.getContext('2d'), 'a canvas')
  pen.putImageData(new ImageData(new Uint8ClampedArray(points.buffer), width, height), 0, 0)
  return canvas.convertToBlob({ type, quality: 1 })
}

/** A JPEG whose right half is black, with a note of the camera's beside it: where it was taken, and that it lies on its side. */
async function sidewaysPhoto(note: string): Promise<Blob> {
  const canvas = new OffscreenCanvas(600, 400)
  const pen = must(canvas.getContext('2d'), 'a canvas')
  pen.fillStyle = 'white'
  pen.fillRect(0, 0, 600, 400)
  pen.fillStyle = 'black'
  pen.fillRect(300, 0, 300, 400)
  const plain = await bytesOf(await canvas.convertToBlob({ type: 'image/jpeg' }))
  // Exif, little-endian: one directory with one entry, 0x0112 orientation = 6 (a quarter turn clockwise makes it upright).
  const entry = [0x12, 0x01, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0]
  const tiff = [0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0, ...entry, 0, 0, 0, 0]
  const exif = [...bytesOfText('Exif\0\0'), ...tiff, ...bytesOfText(note)]
  const marker = [0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 0xff, ...exif]
  return new Blob([plain.subarray(0, 2), Uint8Array.from(marker), plain.subarray(2)])
}

/** A PDF of so many bytes, made up but for its first and last marks. */
function pdfOf(bytes: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes).fill(32)
  whole.set(bytesOfText('%PDF-1.7\n'))
  whole.set(bytesOfText('\n%%EOF\n'), bytes - 7)
  return whole
}

const bytesOfText = (text: string) => new TextEncoder().encode(text)
const bytesOf = async (blob: Blob) => new Uint8Array(await blob.arrayBuffer())

async function digestOf(bytes: Uint8Array): Promise<string> {
  const hash = await crypto.subtle.digest('SHA-256', new Uint8Array(bytes))
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

const pixelsOf = (bytes: Uint8Array) => {
  const judged = judgeContent(bytes)
  return judged.ok ? { mediaType: judged.value.mediaType, ...judged.value.pixels } : judged
}

async function prepared(file: Blob): Promise<Uint8Array> {
  const outcome = await prepareFile(file)
  if (!outcome.ok) throw new Error(outcome.refusals[0]?.message)
  return outcome.value
}

const said = (outcome: Outcome<unknown>) => (outcome.ok ? 'taken' : outcome.refusals[0]?.message)

describe('a file made ready to be kept', () => {
  it('is a fifth of a large noisy photo that no store would take, and still large enough to read', async () => {
    const photo = await noise(4000, 3000, 'image/png')
    expect(photo.size).toBeGreaterThan(3 * mostAttachmentBytes)
    const kept = await prepared(photo)
    expect(kept.length).toBeLessThanOrEqual(mostAttachmentBytes)
    expect(kept.length).toBeLessThan(photo.size / 5)
    expect(pixelsOf(kept)).toEqual({ mediaType: 'image/jpeg', width: longestKept, height: 1754 })
  })

  it('keeps the size of a picture that is small enough, and becomes a JPEG of whatever it was', async () => {
    for (const type of ['image/png', 'image/webp', 'image/jpeg'])
      expect(pixelsOf(await prepared(await noise(300, 200, type)))).toEqual({
        mediaType: 'image/jpeg',
        width: 300,
        height: 200,
      })
  })

  it('stands upright, and what the camera wrote beside the picture stays behind', async () => {
    const note = '拍摄地点 43.6N 122.2E'
    const photo = await sidewaysPhoto(note)
    expect(await photo.text()).toContain(note)
    const kept = await prepared(photo)
    expect(pixelsOf(kept)).toEqual({ mediaType: 'image/jpeg', width: 400, height: 600 })
    const text = await new Blob([new Uint8Array(kept)]).text()
    expect(text).not.toContain(note)
    expect(text).not.toContain('Exif')
    const picture = await createImageBitmap(new Blob([new Uint8Array(kept)]))
    const pen = must(new OffscreenCanvas(400, 600).getContext('2d'), 'a canvas')
    pen.drawImage(picture, 0, 0)
    expect(pen.getImageData(200, 150, 1, 1).data[0]).toBeGreaterThan(200)
    expect(pen.getImageData(200, 450, 1, 1).data[0]).toBeLessThan(50)
  })

  it('is a PDF byte for byte, up to the largest that is kept', async () => {
    const pdf = pdfOf(mostAttachmentBytes)
    expect(await digestOf(await prepared(new Blob([pdf])))).toBe(await digestOf(pdf))
  })

  it.each<readonly [string, () => Blob | Promise<Blob>, string]>([
    ['a text', () => new Blob(['不是扫描件']), '只收图片（JPEG、PNG、WebP）和PDF'],
    ['a program that is called a picture', () => new File(['MZ\u0090\0'], '照片.jpg'), '只收图片'],
    ['nothing', () => new Blob([]), '这个文件是空的'],
    ['a PDF one byte too large', () => new Blob([pdfOf(mostAttachmentBytes + 1)]), '文件超过10兆'],
    ['a PDF that was cut off', () => new Blob([pdfOf(5000).subarray(0, 3000)]), '这份PDF不完整'],
    ['more than any camera takes', () => new Blob([new Uint8Array(60 * 1024 * 1024 + 1)]), '文件太大'],
    [
      'a picture with its head alone',
      async () => (await noise(300, 200, 'image/png')).slice(0, 60),
      '图片打不开',
    ],
  ])('is not made of %s, and the clerk is told why', async (_what, file, words) => {
    const outcome = await prepareFile(await file())
    expect(said(outcome)).toContain(words)
    expect(said(outcome)).toMatch(/没有添加|没有打开/)
  })
})
