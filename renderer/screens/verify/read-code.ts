import decodeQr from 'qr/decode.js'

const mostPixels = 4096
/** Milliseconds that the decoder may take over one picture. */
const patience = 3000

/** The text of the QR code in a picture, at a size that a scan or a photo has; undefined when there is none to be read. */
export async function codeInPicture(picture: File): Promise<string | undefined> {
  try {
    const bitmap = await createImageBitmap(picture)
    return codeIn(bitmap, bitmap.width, bitmap.height)
  } catch {
    // It is no picture at all.
    return undefined
  }
}

/** The text of the QR code in what is drawn; undefined when there is none to be read. */
export function codeIn(image: CanvasImageSource, width: number, height: number): string | undefined {
  const scale = Math.min(1, mostPixels / Math.max(width, height))
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  )
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(image, 0, 0, canvas.width, canvas.height)
  const { data } = context.getImageData(0, 0, canvas.width, canvas.height)
  try {
    return decodeQr({ data, width: canvas.width, height: canvas.height }, { timeLimit: patience })
  } catch {
    // The decoder throws where there is no code.
    return undefined
  }
}
