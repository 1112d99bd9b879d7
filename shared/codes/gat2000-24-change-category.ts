import { makeCodeTable, readEntries } from './code-table.ts'
import { gat200024ChangeCategoryRows } from './tables/gat2000-24-change-category.ts'

/** Kinds of change and correction, GA/T 2000.24-2014. The values from 60 on are met in systems in use, not in the standard's known text. */
export const changeCategories = makeCodeTable({
  standard: 'GA/T 2000.24-2014',
  entries: readEntries(gat200024ChangeCategoryRows),
})
