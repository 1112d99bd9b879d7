import { describe, expect, it } from 'vitest'
import { calibrate, noCalibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateForm as form } from '../../shared/documents/migration-certificate-form.ts'
import { migrationCertificateOverprint } from '../../shared/documents/migration-certificate-overprint.ts'
import { migrationCertificateValues } from '../../shared/documents/migration-certificate-values.ts'
import { certificate, holder, issue, serial, wording } from './made-up-certificate.ts'

const values = migrationCertificateValues(certificate(holder), serial, issue, wording)

function box(id: string): (typeof form.boxes)[number] {
  const found = form.boxes.find((each) => each.id === id)
  if (!found) throw new Error(`no box ${id}`)
  return found
}

describe('the form of the migration certificate', () => {
  it('has 98 boxes, each with an id of its own, all on the sheet', () => {
    expect(form.boxes).toHaveLength(98)
    expect(new Set(form.boxes.map((each) => each.id)).size).toBe(98)
    for (const each of form.boxes) {
      expect(each.left + each.width, each.id).toBeLessThanOrEqual(form.sheet.width - 1)
      expect(each.top + each.height, each.id).toBeLessThanOrEqual(form.sheet.height - 1)
    }
  })

  it('keeps the four person columns 34.4 mm apart', () => {
    expect([1, 2, 3, 4].map((column) => box(`main.name${column}`).left)).toEqual([128.3, 162.7, 197.1, 231.5])
    expect([1, 2, 3, 4].map((column) => box(`main.name${column}`).top)).toEqual([46, 46, 46, 46])
  })

  it('lets no two boxes of the main part lie over one another', () => {
    const main = form.boxes.filter((each) => each.part === 'main')
    for (const one of main)
      for (const other of main) {
        if (one === other) continue
        const apart =
          one.left + one.width <= other.left ||
          other.left + other.width <= one.left ||
          one.top + one.height <= other.top ||
          other.top + other.height <= one.top
        expect(apart, `${one.id} and ${other.id}`).toBe(true)
      }
  })
})

describe('the calibration of a printer', () => {
  it('stretches from the corner, then shifts, then nudges single boxes', () => {
    const calibrated = calibrate(form, {
      offsetX: 1.5,
      offsetY: -2,
      scaleX: 1.01,
      scaleY: 1,
      nudges: { 'main.name1': { x: 0.5, y: 0.25 } },
    })
    const name = calibrated.boxes.find((each) => each.id === 'main.name1')
    expect(name?.left).toBeCloseTo(128.3 * 1.01 + 1.5 + 0.5)
    expect(name?.top).toBeCloseTo(46 - 2 + 0.25)
    expect(calibrated.boxes.find((each) => each.id === 'main.name2')?.top).toBeCloseTo(44)
  })

  it('leaves the form as it is when nothing is set', () => {
    expect(calibrate(form, noCalibration)).toEqual(form)
  })

  it('refuses to print a value that it would push off the sheet, naming it', () => {
    const outcome = migrationCertificateOverprint(values, { ...noCalibration, offsetY: 8 })
    expect(outcome).toMatchObject({
      ok: false,
      refusals: [{ code: 'value-off-the-sheet', field: 'handler' }],
    })
  })
})
