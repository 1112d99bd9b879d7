import { accepted, type Outcome } from '../base/outcome.ts'
import type { Content, DocumentDefinition } from './definition.ts'
import { drawGridValues, gridBoxes, gridPrinting, type FormGrid } from './form-grid.ts'
import { placeValues, type OverprintForm } from './overprint-form.ts'
import { sheetPage } from './page.ts'
import { registerBackSheets, type RegisterChange } from './register-form-back.ts'
import { registerFront, registerFrontPrinting, type RegisterFrontContent } from './register-form-front.ts'

/** A person's entry in the register, in printed words. */
export interface RegisterFormContent {
  readonly front: RegisterFrontContent
  readonly changes: readonly RegisterChange[]
  /** Free notes (记事), up to 200 characters. */
  readonly notes: string
}

const sheet = { width: 210, height: 297 }

/**
 * The register form (常住人口登记表), A4: the person's entry on the front; what was changed and corrected, and notes, on
 * the back. More changes than the back has rows go on further sheets. Refused, naming the item, where a text has no room.
 */
export function registerForm(content: RegisterFormContent): Outcome<DocumentDefinition> {
  const { citizenId, ...rest } = content.front
  const digits = Array.from(citizenId.padEnd(18)).map((digit, index) => [`digit${index + 1}`, digit.trim()])
  const front = filled([...registerFront], { ...rest, ...Object.fromEntries(digits) })
  if (!front.ok) return front
  const pages: Content[] = [
    ...registerFrontPrinting(content.front.station),
    ...registerFront.flatMap((grid) => gridPrinting(grid, 9)),
    ...front.value,
  ]
  for (const back of registerBackSheets(content.changes, content.notes, content.front)) {
    const drawn = filled([...back.grids], back.values)
    if (!drawn.ok) return drawn
    pages.push(newSheet(), ...back.printing, ...back.grids.flatMap((grid) => gridPrinting(grid, 9)))
    pages.push(...drawn.value)
  }
  return accepted({ ...sheetPage(sheet, '常住人口登记表'), content: pages })
}

function filled(
  grids: readonly FormGrid<string>[],
  values: Readonly<Record<string, string>>,
): Outcome<Content[]> {
  const form: OverprintForm<string> = {
    id: 'register-form',
    edition: '1996-a',
    title: '常住人口登记表',
    sheet,
    boxes: grids.flatMap(gridBoxes),
  }
  const placed = placeValues(form, values)
  return placed.ok ? accepted(drawGridValues(grids, placed.value)) : placed
}

/** An empty line that begins a new page; what follows is placed by coordinate. */
function newSheet(): Content {
  return { text: ' ', fontSize: 1, pageBreak: 'before' }
}
