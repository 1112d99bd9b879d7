import type { Calibration } from './calibration.ts'
import type { QrContent } from './definition.ts'
import { points } from './millimetres.ts'

/** Left, top and side of the code in millimetres from the sheet's corner. */
export interface ProofPlace {
  readonly left: number
  readonly top: number
  readonly side: number
}

/** On the two leaves that leave the station, left of the title: everywhere else something may be written. */
export const moveInPermitProofPlaces: readonly ProofPlace[] = [135, 270].map((leaf) => ({
  left: leaf + 12,
  top: 9,
  side: 24,
}))

/**
 * The certificate's proof as a QR code (GB/T 18284-2000). Lowest correction: the sheet is new when it is read, and larger
 * modules print and scan better than more of them.
 */
export function proofCode(
  text: string,
  { left, top, side }: ProofPlace,
  { offsetX, offsetY }: Calibration,
): QrContent {
  return {
    qr: text,
    fit: points(side),
    eccLevel: 'L',
    absolutePosition: { x: points(left + offsetX), y: points(top + offsetY) },
  }
}
