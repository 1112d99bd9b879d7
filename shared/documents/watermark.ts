import type { Watermark } from './definition.ts'

/** Words that keep an archive copy from ever passing for a certificate. */
export const archiveCopyWords = '存档样张 不得作为证件使用'

/** Across the whole page, from the lower left to the upper right, strong enough to survive a photocopy. */
export function archiveWatermark(fontSize: number, angle: number): Watermark {
  return {
    text: archiveCopyWords,
    font: 'serif',
    bold: true,
    fontSize,
    color: '#b03030',
    opacity: 0.2,
    angle,
  }
}
