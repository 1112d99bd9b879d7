import { accepted, type Outcome } from '../base/outcome.ts'
import { calibrate, type Calibration } from './calibration.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { drawGridValues, type FormGrid } from './form-grid.ts'
import { placeValues, type OverprintForm } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { archiveWatermark } from './watermark.ts'

/** An inner page of the household booklet (居民户口簿), as held: 143 × 105 mm. */
export const bookletSheet = { width: 143, height: 105 } as const

/**
 * What a page is printed on: the pre-printed page of the booklet, which takes only the values, or blank paper for the
 * archive, on which the printing is drawn too and which is watermarked, so that it can never pass for the booklet.
 */
export type BookletPaper =
  { readonly kind: 'printed-stock'; readonly calibration: Calibration } | { readonly kind: 'archive-copy' }

/** A kind of booklet page: where its values stand, and what the printing house prints around them. */
export interface BookletPageForm<Key extends string> {
  readonly form: OverprintForm<Key>
  /** Grids whose values are set in the middle of their cells; other values stand at their box's corner. */
  readonly grids: readonly FormGrid<Key>[]
  readonly printing: readonly Content[]
}

/** One page of the booklet; refused, naming the item, where a text has no room. */
export function bookletPage<Key extends string>(
  page: BookletPageForm<Key>,
  values: Readonly<Record<Key, string>>,
  paper: BookletPaper,
): Outcome<DocumentDefinition> {
  const form = paper.kind === 'printed-stock' ? calibrate(page.form, paper.calibration) : page.form
  const placed = placeValues(form, values)
  if (!placed.ok) return placed
  const drawn = drawGridValues(page.grids, placed.value)
  if (paper.kind === 'printed-stock')
    return accepted({ ...sheetPage(page.form.sheet, `${page.form.title}（套打）`), content: drawn })
  return accepted({
    ...sheetPage(page.form.sheet, `${page.form.title}存档样张`),
    watermark: archiveWatermark(25, -36),
    content: [...page.printing, ...drawn],
  })
}
