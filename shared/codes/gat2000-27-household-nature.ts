import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { gat200027HouseholdNatureRows } from './tables/gat2000-27-household-nature.ts'

export interface HouseholdNature extends CodeEntry {
  /** Only old records carry it: the split into agricultural and not ended with the unified registration. */
  readonly isLegacy: boolean
}

/** Kind of registration (户口性质), GA/T 2000.27. */
export const householdNatures = makeCodeTable<HouseholdNature>({
  standard: 'GA/T 2000.27',
  entries: readRows(gat200027HouseholdNatureRows).map(
    ([code = '', name = '', initials = '', legacy = '']) => ({
      code,
      name,
      initials,
      isLegacy: legacy === '1',
    }),
  ),
})
