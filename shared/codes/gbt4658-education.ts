import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { gbt4658EducationRows } from './tables/gbt4658-education.ts'

export interface Education extends CodeEntry {
  /** Code of the level it belongs to, e.g. 20 for everything of an undergraduate course. */
  readonly level: string
  /** College (大专) or above, finished or not. */
  readonly isCollegeOrAbove: boolean
}

/** Education, GB/T 4658-2006. */
export const educationLevels = makeCodeTable<Education>({
  standard: 'GB/T 4658-2006',
  entries: readRows(gbt4658EducationRows).map(
    ([code = '', name = '', initials = '', level = '', college = '']) => ({
      code,
      name,
      initials,
      level,
      isCollegeOrAbove: college === '1',
    }),
  ),
})
