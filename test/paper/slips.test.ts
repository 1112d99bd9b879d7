import { describe, expect, it } from 'vitest'
import { alignmentGrid } from '../../shared/documents/alignment-grid.ts'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateForm } from '../../shared/documents/migration-certificate-form.ts'
import { madeUpSlips } from '../documents/made-up-slips.ts'
import { fontsOf, setPaper, textOf } from './paper-bench.ts'
import { measurePage } from './pdf-positions.ts'

describe('every slip on paper', () => {
  it.each(Object.entries(madeUpSlips))(
    '%s is set on one page, numbered, inside its edges, with its fonts embedded',
    async (name, definition) => {
      const path = await setPaper(name, definition)
      const page = await measurePage(path)
      for (const run of page.runs) {
        expect(run.left, run.text).toBeGreaterThan(10)
        expect(run.right, run.text).toBeLessThan(page.width - 10)
      }
      const printed = textOf(path)
      expect(printed).toContain('第1页，共1页')
      expect(printed).toContain('赤峰市公安局样例分局样例派出所')
      expect(fontsOf(path).filter((font) => !font.embedded)).toEqual([])
    },
  )
})

describe('the alignment grid', () => {
  it('is one page of the sheet’s size that names the printer, the calibration and every box', async () => {
    const calibration = { ...noCalibration, offsetX: 1.5, offsetY: -0.5 }
    const path = await setPaper('grid', alignmentGrid(migrationCertificateForm, calibration, '样例打印机'))
    const page = await measurePage(path)
    expect(page.width).toBeCloseTo(migrationCertificateForm.sheet.width, 1)
    const printed = textOf(path)
    expect(printed).toContain('样例打印机')
    expect(printed).toContain('右移1.5毫米，下移-0.5毫米')
    for (const box of migrationCertificateForm.boxes) expect(printed).toContain(box.label)
  })
})
