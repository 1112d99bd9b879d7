import { judgeSource } from '../../shared/attachments/judge-content.ts'
import { accepted, refused, type Outcome } from '../../shared/base/outcome.ts'
import { attachmentWords } from '../words/attachment-words.ts'

/**
 * Longest edge of a kept picture: an A4 page at 200 dpi, the least that an archive asks of a text page, so that its
 * smallest print stays legible.
 */
const longestEdge = 2339
const quality = 0.8

/** Larger than this no photo of a camera is; it is not even read. */
const mostBytesRead = 60 * 1024 * 1024

/**
 * A file as it will be kept: a picture upright, at a legible size, drawn anew as JPEG, which leaves behind whatever the
 * camera wrote beside it (place, device, time); a PDF as it is. Judged by its first bytes before anything is decoded.
 */
export async function prepareFile(file: Blob): Promise<Outcome<Uint8Array>> {
  if (file.size > mostBytesRead) return refused(tooLarge)
  const bytes = new Uint8Array(await file.arrayBuffer())
  const judged = judgeSource(bytes)
  if (!judged.ok) return judged
  if (judged.value.mediaType === 'application/pdf') return accepted(bytes)
  try {
    return accepted(await drawAnew(bytes, judged.value.mediaType))
  } catch {
    // A header that promised a picture with none behind it.
    return refused({ code: 'attachment-unreadable', message: attachmentWords.unreadable })
  }
}

const tooLarge = { code: 'attachment-too-large', message: attachmentWords.tooLarge }

async function drawAnew(bytes: Uint8Array, mediaType: string): Promise<Uint8Array> {
  const source = new Blob([new Uint8Array(bytes)], { type: mediaType })
  const upright = await createImageBitmap(source, { imageOrientation: 'from-image' })
  try {
    const scale = Math.min(1, longestEdge / Math.max(upright.width, upright.height))
    const width = Math.max(1, Math.round(upright.width * scale))
    const height = Math.max(1, Math.round(upright.height * scale))
    const canvas = new OffscreenCanvas(width, height)
    const pen = canvas.getContext('2d')
    if (!pen) throw new Error('no canvas')
    // What is see-through was paper.
    pen.fillStyle = 'white'
    pen.fillRect(0, 0, width, height)
    pen.imageSmoothingQuality = 'high'
    pen.drawImage(upright, 0, 0, width, height)
    const drawn = await canvas.convertToBlob({ type: 'image/jpeg', quality })
    return new Uint8Array(await drawn.arrayBuffer())
  } finally {
    upright.close()
  }
}
