import { accepted, type Outcome } from '../base/outcome.ts'
import { calibrate, type Calibration } from './calibration.ts'
import type { DocumentDefinition } from './definition.ts'
import { migrationCertificateForm } from './migration-certificate-form.ts'
import type { MigrationCertificateValues } from './migration-certificate-values.ts'
import { placeValues } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { drawPlacedValue } from './placed-text.ts'

/** The values alone, for the pre-printed sheet: no line, no label, nothing that the printing house already printed. */
export function migrationCertificateOverprint(
  values: MigrationCertificateValues,
  calibration: Calibration,
): Outcome<DocumentDefinition> {
  const placed = placeValues(calibrate(migrationCertificateForm, calibration), values)
  if (!placed.ok) return placed
  return accepted({
    ...sheetPage(migrationCertificateForm.sheet, '户口迁移证（套打）'),
    content: placed.value.flatMap(drawPlacedValue),
  })
}
