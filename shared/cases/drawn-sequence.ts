import type { DrawnNumber } from '../register/draw-numbers.ts'

/**
 * A sequence code as a number drawn from the station's block. A number of another county keeps that county in it: its code
 * comes from there on paper, and no block of this station can cover it.
 */
export function drawnSequence(
  countyCode: string,
  station: string,
  sequence: string | undefined,
): readonly DrawnNumber[] {
  if (countyCode !== station.slice(0, 6) || !/^\d{3}$/.test(sequence ?? '')) return []
  const words = `顺序码 ${sequence ?? ''}`
  return [{ kind: 'citizen-sequence', series: countyCode, number: Number(sequence), words, purpose: 'issue' }]
}
