import { beforeAll, describe, expect, it } from 'vitest'
import { noCalibration } from '../../shared/documents/calibration.ts'
import { migrationCertificateComplete } from '../../shared/documents/migration-certificate-complete.ts'
import { migrationCertificateForm as form } from '../../shared/documents/migration-certificate-form.ts'
import { migrationCertificateOverprint } from '../../shared/documents/migration-certificate-overprint.ts'
import { migrationCertificateValues } from '../../shared/documents/migration-certificate-values.ts'
import { certificate, holder, issue, serial, spouse, wording } from '../documents/made-up-certificate.ts'
import { inkBox, readInk } from './ink.ts'
import { fontsOf, setPaper, textOf } from './paper-bench.ts'
import { measurePage } from './pdf-positions.ts'

const values = migrationCertificateValues(certificate(holder, spouse), serial, issue, wording)

describe('the archive copy of a migration certificate', () => {
  let path = ''
  beforeAll(async () => {
    const complete = migrationCertificateComplete(values, serial)
    if (!complete.ok) throw new Error(JSON.stringify(complete.refusals))
    path = await setPaper('archive-copy', complete.value)
  }, 30_000)

  it('says across the page that it is no certificate', () => {
    expect(textOf(path)).toContain('存档样张不得作为证件使用')
  })

  it('bears both headings, the number in words on both parts, and every value', () => {
    const printed = textOf(path)
    expect(printed).toContain('户口迁移证存根')
    expect(printed.split('蒙迁字第00123456号')).toHaveLength(3)
    for (const box of form.boxes) expect(printed, box.id).toContain(values[box.value].replaceAll(/\s/g, ''))
  })

  it('marks a place for the seal and draws none', () => {
    expect(textOf(path)).toContain('（章）')
  })

  it('stands on one page with nothing beyond its edges', async () => {
    const page = await measurePage(path)
    for (const run of page.runs) {
      expect(run.left, run.text).toBeGreaterThan(0)
      expect(run.right, run.text).toBeLessThan(page.width)
      expect(run.baseline, run.text).toBeLessThan(page.height)
    }
    expect(inkBox(readInk(path), { left: 0, top: 0, width: page.width, height: 3 })).toBeUndefined()
  })

  it('has each value where the overprint has it', async () => {
    const overprint = migrationCertificateOverprint(values, noCalibration)
    if (!overprint.ok) throw new Error(JSON.stringify(overprint.refusals))
    const values2 = (await measurePage(await setPaper('archive-overprint', overprint.value))).runs
    const archived = (await measurePage(path)).runs
    for (const run of values2) {
      const twin = archived.find(
        (each) =>
          each.text === run.text &&
          Math.abs(each.left - run.left) < 0.01 &&
          Math.abs(each.baseline - run.baseline) < 0.01,
      )
      expect(twin, run.text).toBeDefined()
    }
  })

  it('embeds every font it uses', () => {
    expect(fontsOf(path).filter((font) => !font.embedded)).toEqual([])
  })
})
