import { makeCodeTable, readEntries } from './code-table.ts'
import { gbt22611SexRows } from './tables/gbt2261-1-sex.ts'

/** Sex, GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated. */
export const sexes = makeCodeTable({ standard: 'GB/T 2261.1', entries: readEntries(gbt22611SexRows) })
