import { caseGroups, type CaseGroup, type CaseType } from './case-type.ts'
import * as listed from './case-types.ts'

const groupsInOrder = Object.keys(caseGroups) as CaseGroup[]

/** Every kind of case that the program handles, in the order of the menu: one line each in case-types.ts. */
export const caseTypes: readonly CaseType[] = Object.values<CaseType>(listed).toSorted(
  (a, b) => groupsInOrder.indexOf(a.group) - groupsInOrder.indexOf(b.group) || (a.id < b.id ? -1 : 1),
)

export function findCaseType(id: string): CaseType | undefined {
  return caseTypes.find((caseType) => caseType.id === id)
}
