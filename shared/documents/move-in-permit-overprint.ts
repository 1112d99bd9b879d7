import { accepted, type Outcome } from '../base/outcome.ts'
import { calibrate, type Calibration } from './calibration.ts'
import type { DocumentDefinition } from './definition.ts'
import { moveInPermitForm } from './move-in-permit-form.ts'
import type { MoveInPermitValues } from './move-in-permit-values.ts'
import { placeValues } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { drawPlacedValue } from './placed-text.ts'

/** The values alone, on all three leaves of the pre-printed sheet: no line, no label. */
export function moveInPermitOverprint(
  values: MoveInPermitValues,
  calibration: Calibration,
): Outcome<DocumentDefinition> {
  const placed = placeValues(calibrate(moveInPermitForm, calibration), values)
  if (!placed.ok) return placed
  return accepted({
    ...sheetPage(moveInPermitForm.sheet, '准予迁入证明（套打）'),
    content: placed.value.flatMap(drawPlacedValue),
  })
}
