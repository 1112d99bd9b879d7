import { must } from '../base/must.ts'
import type { CodeTable } from './code-table.ts'
import { chifengTownships } from './chifeng-township.ts'
import { changeCategories } from './gat2000-24-change-category.ts'
import { legacyHouseholdTypes } from './ga324-1-legacy-household-type.ts'
import { sexes } from './gbt2261-1-sex.ts'
import { maritalStatuses } from './gbt2261-2-marital-status.ts'
import { ethnicGroups } from './gbt3304-ethnic-group.ts'
import { educationLevels } from './gbt4658-education.ts'
import { familyRelations } from './gbt4761-family-relation.ts'
import { moveInReasons, moveReasons } from './move-reason.ts'
import { urbanRuralClasses } from './urban-rural-class.ts'

/** The tables that a form's `code` field may name. */
const codeTables: Readonly<Record<string, CodeTable>> = {
  sex: sexes,
  'marital-status': maritalStatuses,
  'ethnic-group': ethnicGroups,
  education: educationLevels,
  'move-reason': moveReasons,
  'move-in-reason': moveInReasons,
  'family-relation': familyRelations,
  'change-category': changeCategories,
  'urban-rural-class': urbanRuralClasses,
  'legacy-household-type': legacyHouseholdTypes,
  township: chifengTownships,
}

/** Throws when a form names a table that is not here: a slip of the programmer's. */
export function findCodeTable(name: string): CodeTable {
  return must(codeTables[name], `no code table is called ${name}`)
}
