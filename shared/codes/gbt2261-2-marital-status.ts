import { makeCodeTable, readEntries } from './code-table.ts'
import { gbt22612MaritalStatusRows } from './tables/gbt2261-2-marital-status.ts'

/** Marital status, GB/T 2261.2; 21 to 23 say which marriage it is, 20 leaves it open. */
export const maritalStatuses = makeCodeTable({
  standard: 'GB/T 2261.2',
  entries: readEntries(gbt22612MaritalStatusRows),
})
