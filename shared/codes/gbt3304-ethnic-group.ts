import { makeCodeTable, readEntries } from './code-table.ts'
import { gbt3304EthnicGroupRows } from './tables/gbt3304-ethnic-group.ts'

/** Ethnic groups, GB/T 3304, by their full names; 97 is not yet identified, 98 naturalised. */
export const ethnicGroups = makeCodeTable({
  standard: 'GB/T 3304',
  entries: readEntries(gbt3304EthnicGroupRows),
})
