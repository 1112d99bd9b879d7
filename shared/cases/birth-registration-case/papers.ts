import type { CaseFile } from '../case-file.ts'
import { keysOfPeopleEntered, registerPapers } from '../register-papers.ts'
import { childrenOf, followedPerson } from './family.ts'
import type { BirthFacts } from './fields.ts'

/** The register form and the booklet's page of each child. */
export const papers = registerPapers(
  (caseFile) => keysOfPeopleEntered(caseFile, 'register', childrenOf(factsOf(caseFile)).length),
  { headName, withPage: somebodyLives },
)

function factsOf({ form }: CaseFile): BirthFacts {
  return form
}

/** A child that died before it was registered gets no page of a booklet. */
function somebodyLives(caseFile: CaseFile): boolean {
  return childrenOf(factsOf(caseFile)).some(({ diedOn }) => diedOn === undefined)
}

/** The one followed, where that is the head; otherwise as copied from the booklet. */
function headName(caseFile: CaseFile): string {
  const facts = factsOf(caseFile)
  return facts.headName ?? followedPerson(facts)?.name ?? ''
}
