/** Far above what is kept in the end: what is lost must be lost once, when the file is made ready. */
const quality = 0.95

const photoName = /^拍照-(\d+)\.jpg$/

/** The name of the next photo: one number above the highest that these names have. */
export function nextPhotoName(names: readonly string[]): string {
  const numbers = names.map((name) => Number(photoName.exec(name)?.[1] ?? 0))
  return `拍照-${Math.max(0, ...numbers) + 1}.jpg`
}

/** Draws what the camera shows now onto the canvas, every point of it. */
export function freeze(camera: HTMLVideoElement, still: HTMLCanvasElement): void {
  still.width = camera.videoWidth
  still.height = camera.videoHeight
  penOf(still.getContext('2d')).drawImage(camera, 0, 0)
}

/** The still as a JPEG file, turned clockwise by quarters. */
export async function photoOf(still: HTMLCanvasElement, quarters: number, name: string): Promise<File> {
  const { width, height } = still
  const canvas = quarters % 2 === 0 ? new OffscreenCanvas(width, height) : new OffscreenCanvas(height, width)
  const pen = penOf(canvas.getContext('2d'))
  pen.translate(canvas.width / 2, canvas.height / 2)
  pen.rotate((quarters * Math.PI) / 2)
  pen.drawImage(still, -width / 2, -height / 2)
  const type = 'image/jpeg'
  return new File([await canvas.convertToBlob({ type, quality })], name, { type })
}

function penOf<Pen>(pen: Pen | null): Pen {
  if (!pen) throw new Error('no canvas')
  return pen
}
