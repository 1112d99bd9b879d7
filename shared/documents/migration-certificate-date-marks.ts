import { must } from '../base/must.ts'
import type { Content } from './definition.ts'
import { migrationCertificateForm } from './migration-certificate-form.ts'
import { labelAt } from './sheet-drawing.ts'

/** Each mark stands just behind its number. */
const MARK_SIZE = 7.5
const YEAR_WIDTH = 7.6
const TWO_DIGITS_WIDTH = 4.1

/** The printed 年 月 日 around the three boxes of a date; `top` in millimetres. */
export function dateMarks(
  part: 'counterfoil' | 'main',
  prefix: 'issued' | 'valid' | 'birth',
  top: number,
  column = '',
): Content[] {
  const left = (unit: 'Year' | 'Month' | 'Day'): number => boxLeft(`${part}.${prefix}${unit}${column}`)
  const level = top + 0.4
  return [
    labelAt('年', left('Year') + YEAR_WIDTH, level, MARK_SIZE),
    labelAt('月', left('Month') + TWO_DIGITS_WIDTH, level, MARK_SIZE),
    labelAt('日', left('Day') + TWO_DIGITS_WIDTH, level, MARK_SIZE),
  ]
}

function boxLeft(id: string): number {
  return must(
    migrationCertificateForm.boxes.find((box) => box.id === id),
    `the form has no box ${id}`,
  ).left
}
