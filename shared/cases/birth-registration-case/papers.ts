import { householdKey } from '../../people/household.ts'
import type { CaseFile } from '../case-file.ts'
import { pickedKey } from '../picked.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { childrenOf, followedPerson } from './family.ts'
import type { BirthFacts } from './fields.ts'

/** The register form and the booklet's page of each child. */
export const papers = registerPapers(
  (caseFile) => keysOfPeopleEntered(caseFile, 'register', childrenOf(factsOf(caseFile)).length),
  { also: homeKeys, headName },
)

function factsOf({ form }: CaseFile): BirthFacts {
  return form
}

function homeKeys(caseFile: CaseFile): string[] {
  const followed = followedPerson(factsOf(caseFile))
  if (!followed) return []
  return [
    ...pickedKey.resident(followed),
    ...(followed.householdNumber ? [householdKey(followed.householdNumber)] : []),
  ]
}

/** The one followed, where that is the head; otherwise as copied from the booklet. */
function headName(caseFile: CaseFile): string {
  const facts = factsOf(caseFile)
  return facts.headName ?? followedPerson(facts)?.name ?? ''
}
