import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  migrationCertificateSheet,
  moveInPermitSheet,
  sheetKinds,
  sheetOfKeyInWords,
} from '../../shared/cases/sheet-steps/sheet-kind.ts'

const serials = fc.record({
  prefix: fc.constantFrom('蒙', '辽', '京'),
  printYear: fc.integer({ min: 1990, max: 2090 }),
  digits: fc.integer({ min: 0, max: 99_999_999 }).map((number) => String(number).padStart(8, '0')),
})

describe('a sheet named by its key', () => {
  it('is told as it stands on the paper, whichever kind it is', () => {
    fc.assert(
      fc.property(serials, fc.constantFrom(...sheetKinds), (serial, kind) => {
        expect(sheetOfKeyInWords(kind.key(serial))).toBe(`${kind.name} ${kind.inWords(serial)}`)
      }),
    )
    const serial = { prefix: '蒙', printYear: 2026, digits: '00521799' }
    expect(sheetOfKeyInWords(migrationCertificateSheet.key(serial))).toBe('户口迁移证 蒙迁字第00521799号')
    expect(sheetOfKeyInWords(moveInPermitSheet.key(serial))).toBe('准予迁入证明 蒙准字第00521799号')
  })

  it('is left as it is when it names no sheet', () => {
    for (const key of ['person:1', 'certificate:蒙2026-1', 'household:蒙2026-00521799', ''])
      expect(sheetOfKeyInWords(key)).toBe(key)
  })
})
