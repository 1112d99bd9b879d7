import { accepted, type Outcome } from '../base/outcome.ts'
import type { DocumentDefinition } from './definition.ts'
import { leaves, moveInPermitForm } from './move-in-permit-form.ts'
import { drawPermitLeaf, drawPermitSeams } from './move-in-permit-leaf.ts'
import type { MoveInPermitValues } from './move-in-permit-values.ts'
import { placeValues } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { drawPlacedValue } from './placed-text.ts'
import { archiveWatermark } from './watermark.ts'

/**
 * The whole sheet of three leaves drawn on blank paper, for the archive, with the values at the places of the overprint.
 * Watermarked, so that it can never pass for a permit.
 */
export function moveInPermitComplete(values: MoveInPermitValues): Outcome<DocumentDefinition> {
  const placed = placeValues(moveInPermitForm, values)
  if (!placed.ok) return placed
  return accepted({
    ...sheetPage(moveInPermitForm.sheet, `准予迁入证明存档样张 ${values.serial}`),
    watermark: archiveWatermark(64, -24),
    content: [
      ...drawPermitSeams(),
      ...leaves.flatMap(drawPermitLeaf),
      ...placed.value.flatMap(drawPlacedValue),
    ],
  })
}
