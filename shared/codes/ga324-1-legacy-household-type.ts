import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { ga3241LegacyHouseholdTypeRows } from './tables/ga324-1-legacy-household-type.ts'

export interface LegacyHouseholdType extends CodeEntry {
  /** GA/T 2000.27: 10 family, 20 collective, 30 not registered, 90 something else. */
  readonly becomes: string
}

/** Kinds of registration before the unified one (GA 324.1-2001), as old bases and booklets carry them. */
export const legacyHouseholdTypes = makeCodeTable<LegacyHouseholdType>({
  standard: 'GA 324.1-2001',
  entries: readRows(ga3241LegacyHouseholdTypeRows).map(
    ([code = '', name = '', initials = '', becomes = '']) => ({ code, name, initials, becomes }),
  ),
})
