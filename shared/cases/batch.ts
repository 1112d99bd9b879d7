import type { SheetRecord } from '../register/record.ts'
import type { Batch } from './case-type.ts'
import type { PartialFacts } from './fields.ts'

/** The lines of a pasted list: trimmed, empty ones left out. */
export function linesOfList(pasted: string): readonly string[] {
  return pasted.split(/[\r\n]+/).flatMap((line) => line.trim() || [])
}

/** What a line of the list stands for: one sheet, or why not. */
export interface ListedSheet {
  readonly line: string
  readonly sheet?: SheetRecord
  /** How many sheets the line may mean when it is not one. */
  readonly found: number
  /** An earlier line means the same sheet. */
  readonly again: boolean
}

/** The sheets that a list means; `find` gives those in which the line's words occur and which may be replaced. */
export function sheetsOfList(
  lines: readonly string[],
  find: (line: string) => readonly SheetRecord[],
): readonly ListedSheet[] {
  const seen = new Set<string>()
  return lines.map((line) => {
    const [sheet, ...others] = find(line)
    if (!sheet || others.length > 0) return { line, found: sheet ? others.length + 1 : 0, again: false }
    const again = seen.has(sheet.key)
    seen.add(sheet.key)
    return { line, sheet, found: 1, again }
  })
}

/** The facts of one case of the batch: those that all share, its own sheet, and nothing of what is asked for each. */
export function factsForSheet(facts: PartialFacts, { over, each }: Batch, sheet: SheetRecord): PartialFacts {
  const shared = Object.entries(facts).filter(([key]) => key !== over && !each.includes(key))
  return { ...Object.fromEntries(shared), [over]: sheet }
}
