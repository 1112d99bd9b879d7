import { imageSize } from 'image-size'
import { accepted, refused, type Outcome } from '../base/outcome.ts'
import { mostAttachmentBytes, type AttachmentMediaType } from './attachment.ts'

/** What a file is, read from its own bytes; its name and what it claims to be count for nothing. */
export interface Content {
  readonly mediaType: AttachmentMediaType
  /** Of a picture, as its header says, before anything is decoded. */
  readonly pixels?: { readonly width: number; readonly height: number }
}

/** Most points of a picture that is opened at all: four times an A4 page at 300 dpi. More is no scan but a bomb. */
export const mostPixels = 40_000_000
const longestEdge = 16_000

const pictureTypes: Readonly<Record<string, AttachmentMediaType>> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
}

/** Says what a file is, or why it is not kept. Looks at the header alone: nothing is decoded or run. */
export function judgeContent(bytes: Uint8Array): Outcome<Content> {
  const judged = judgeSource(bytes)
  return judged.ok && bytes.length > mostAttachmentBytes ? refused(tooLarge) : judged
}

/** The same for a file that is yet to be drawn anew and may be larger: only a picture shrinks on its way. */
export function judgeSource(bytes: Uint8Array): Outcome<Content> {
  if (bytes.length === 0) return refused(empty)
  if (startsWith(bytes, '%PDF-'))
    return bytes.length > mostAttachmentBytes ? refused(tooLarge) : judgePdf(bytes)
  const header = readHeader(bytes)
  const mediaType = pictureTypes[header?.type ?? '']
  if (header?.type === 'heif' || header?.type === 'heic') return refused(phoneFormat)
  if (!header || !mediaType) return refused(notAPicture)
  const { width, height } = header
  if (width < 1 || height < 1) return refused(notAPicture)
  if (width > longestEdge || height > longestEdge || width * height > mostPixels)
    return refused(tooManyPixels)
  return accepted({ mediaType, pixels: { width, height } })
}

function judgePdf(bytes: Uint8Array): Outcome<Content> {
  // A PDF ends with its mark, perhaps with a line or two behind it; without it the file was cut off on its way here.
  if (!textOf(bytes.subarray(-1024)).includes('%%EOF')) return refused(cutOff)
  return accepted({ mediaType: 'application/pdf' })
}

function readHeader(bytes: Uint8Array) {
  try {
    return imageSize(bytes)
  } catch {
    // Not one of the formats it knows, or cut off within the header.
    return undefined
  }
}

function startsWith(bytes: Uint8Array, mark: string): boolean {
  return textOf(bytes.subarray(0, mark.length)) === mark
}

/** Bytes as Latin letters, for marks in a file's format. */
function textOf(bytes: Uint8Array): string {
  return String.fromCodePoint(...bytes)
}

const empty = { code: 'attachment-empty', message: '这个文件是空的，没有添加。请重新扫描或拍照。' }
const tooLarge = {
  code: 'attachment-too-large',
  message: '文件超过10兆，没有添加。请降低扫描分辨率，或分成几份。',
}
const notAPicture = {
  code: 'attachment-type',
  message: '只收图片（JPEG、PNG、WebP）和PDF，这个文件不是，没有添加。',
}
const phoneFormat = {
  code: 'attachment-type',
  message: '这是手机的HEIC格式，打不开，没有添加。请在手机相机设置里改为“兼容性最佳”后重拍，或转成JPEG。',
}
const tooManyPixels = {
  code: 'attachment-too-many-pixels',
  message: '图片的尺寸太大（超过4000万像素），没有打开。请降低分辨率重新扫描。',
}
const cutOff = { code: 'attachment-cut-off', message: '这份PDF不完整，没有添加。请重新导出或扫描。' }
