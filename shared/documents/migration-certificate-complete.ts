import { accepted, type Outcome } from '../base/outcome.ts'
import { serialInWords, type SheetSerial } from '../register/certificate.ts'
import type { DocumentDefinition } from './definition.ts'
import { drawMainPart } from './migration-certificate-main-part.ts'
import { columns, migrationCertificateForm } from './migration-certificate-form.ts'
import { drawSeam } from './migration-certificate-seam.ts'
import { drawCounterfoil } from './migration-certificate-counterfoil.ts'
import type { MigrationCertificateValues } from './migration-certificate-values.ts'
import { placeValues } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { drawPlacedValue } from './placed-text.ts'
import { archiveWatermark } from './watermark.ts'

/**
 * The whole sheet drawn on blank paper, for the archive: counterfoil, tear line and main part with the same values at the
 * same places as the overprint. Watermarked, so that it can never pass for a certificate.
 */
export function migrationCertificateComplete(
  values: MigrationCertificateValues,
  serial: SheetSerial,
): Outcome<DocumentDefinition> {
  const placed = placeValues(migrationCertificateForm, values)
  if (!placed.ok) return placed
  const number = serialInWords(serial)
  const personCount = columns.filter((column) => values[`name${column}`] !== '').length
  return accepted({
    ...sheetPage(migrationCertificateForm.sheet, `户口迁移证存档样张 ${number}`),
    watermark: archiveWatermark(50, -37),
    content: [
      ...drawCounterfoil(number),
      ...drawSeam(personCount),
      ...drawMainPart(number),
      ...placed.value.flatMap(drawPlacedValue),
    ],
  })
}
