import { makeCodeTable, readRows, type CodeEntry } from './code-table.ts'
import { gbt4761FamilyRelationRows } from './tables/gbt4761-family-relation.ts'

export interface FamilyRelation extends CodeEntry {
  /** The standard's main group: 配偶, 子, 女, 父母 and so on. A daughter-in-law stands among the daughters there. */
  readonly group: string
}

/** Relation to the head of household, GB/T 4761. */
export const familyRelations = makeCodeTable<FamilyRelation>({
  standard: 'GB/T 4761',
  entries: readRows(gbt4761FamilyRelationRows).map(([code = '', name = '', initials = '', group = '']) => ({
    code,
    name,
    initials,
    group,
  })),
})

/** 户主. */
export const headOfHousehold = '02'
