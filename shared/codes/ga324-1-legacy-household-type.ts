import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { ga3241LegacyHouseholdTypeRows } from './tables/ga324-1-legacy-household-type.ts'

export interface LegacyHouseholdType extends CodeEntry {
  /** The GA/T 2000.27 code that takes its place today. */
  readonly becomes: string
}

/** Kind of registration as records before the unified registration have it (户口类别), GA 324.1-2001: for reading old data. */
export const legacyHouseholdTypes = makeCodeTable<LegacyHouseholdType>({
  standard: 'GA 324.1-2001',
  entries: readRows(ga3241LegacyHouseholdTypeRows).map(
    ([code = '', name = '', initials = '', becomes = '']) => ({
      code,
      name,
      initials,
      becomes,
    }),
  ),
})
