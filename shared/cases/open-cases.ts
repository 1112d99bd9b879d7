import type { PlainDate } from '../base/plain-date.ts'
import type { CaseFile } from './case-file.ts'
import type { CaseType } from './case-type.ts'
import { promisedBy } from './deadline.ts'
import { isSamePerson, type Caseworker } from './holding.ts'

type Person = Pick<Caseworker, 'userId' | 'policeNumber'>

/** A case that somebody still has to see through, with the day that the receipt promised. */
export interface OpenCase {
  readonly caseFile: CaseFile
  readonly caseType: CaseType
  readonly promised: PlainDate
}

/** Whose case it is: whoever holds it, else whoever opened it at the counter. */
export function caseworkerOf({ holding, steps }: CaseFile): Person | undefined {
  return holding ?? steps[0]?.by
}

/** The cases that a person would leave behind, the earliest promise first. */
export function openCasesOf(
  person: Person,
  cases: readonly CaseFile[],
  findCaseType: (id: string) => CaseType | undefined,
): readonly OpenCase[] {
  const open = cases.flatMap((caseFile) => {
    const caseType = findCaseType(caseFile.caseType)
    const caseworker = caseworkerOf(caseFile)
    if (!caseType || !caseworker || !isSamePerson(caseworker, person)) return []
    if (caseType.closed.includes(caseFile.status)) return []
    return [{ caseFile, caseType, promised: promisedBy(caseType, caseFile) }]
  })
  return open.sort((one, other) => one.promised.localeCompare(other.promised))
}
