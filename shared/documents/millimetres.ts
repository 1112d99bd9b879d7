const POINTS_PER_INCH = 72
const MILLIMETRES_PER_INCH = 25.4

/** Millimetres, the measure of paper, to points, the measure of PDF (1/72 inch). */
export function points(millimetres: number): number {
  return (millimetres * POINTS_PER_INCH) / MILLIMETRES_PER_INCH
}

/** Points to millimetres. */
export function millimetres(points: number): number {
  return (points * MILLIMETRES_PER_INCH) / POINTS_PER_INCH
}
