import type { Content, EllipseShape } from './definition.ts'
import { points } from './millimetres.ts'
import { textAt } from './placed-text.ts'

/**
 * Where a seal goes: a dotted circle and 「（章）」. The program never draws a seal, on any paper: the round red seal
 * is set by hand, and a drawn one would be a forgery.
 */
export function sealPlace(centreX: number, centreY: number, radius: number): Content[] {
  const size = 9
  const circle: EllipseShape = {
    type: 'ellipse',
    x: points(centreX),
    y: points(centreY),
    r1: points(radius),
    r2: points(radius),
    lineWidth: 0.7,
    lineColor: '#999999',
    dash: { length: 1.2, space: 2.4 },
  }
  return [
    { canvas: [circle], absolutePosition: { x: 0, y: 0 } },
    textAt('（章）', points(centreX) - 1.5 * size, points(centreY) - size / 2, size, { color: '#999999' }),
  ]
}
