import { accepted, refused, type Outcome } from '../base/outcome.ts'
import type { SheetSerial } from './certificate.ts'

/**
 * A sheet's number as typed: prefix (蒙 when left out), year of printing and eight digits in any of the usual
 * spellings. `field` names the fact at fault in the refusal.
 */
export function readTypedSerial(typed: string, field: string): Outcome<SheetSerial> {
  const parts = /^(\p{Script=Han})?\s*(\d{4})[-\s年]*(?:[迁准]字第)?(\d{8})号?$/u.exec(typed.trim())
  const [, prefix = '蒙', year, digits] = parts ?? []
  if (year && digits && Number(year) >= 1994 && Number(year) <= 2100) {
    return accepted({ prefix, printYear: Number(year), digits })
  }
  return refused({
    code: 'serial-unreadable',
    field,
    message: '编号认不出来。请按“蒙2013-00123456”输入：省份简称、印制年份、八位编号。',
  })
}
