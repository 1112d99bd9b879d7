import type { PartialFacts } from '../fields.ts'

/** When a question of the form is put, by the answers so far; a question that is not put decides nothing. */
const bornOutside = ['abroad', 'hong-kong-macao-taiwan']
const registeredStandings = ['here', 'elsewhere']
const chineseStandings = ['here', 'elsewhere', 'military', 'overseas', 'unregistered', 'deceased']
const withoutChineseNationality = ['foreign', 'stateless']

export type Side = 'father' | 'mother'

export function isBornOutside({ bornWhere }: PartialFacts): boolean {
  return bornOutside.includes(String(bornWhere))
}

export function isBornInside({ bornWhere }: PartialFacts): boolean {
  return bornWhere === 'institution' || bornWhere === 'home'
}

export function hasBirthCertificate(facts: PartialFacts): boolean {
  return isBornInside(facts) && facts['proof'] === 'certificate'
}

/** A father whom the certificate leaves out is asked about only where the child is to follow him. */
export function isFatherKnown({ fatherOnCertificate, follows }: PartialFacts): boolean {
  return fatherOnCertificate === 'named' || (fatherOnCertificate === 'blank' && follows === 'father')
}

const isParentKnown = (facts: PartialFacts, side: Side) => side === 'mother' || isFatherKnown(facts)

const standingIn = (side: Side, standings: readonly string[]) => (facts: PartialFacts) =>
  isParentKnown(facts, side) && standings.includes(String(facts[`${side}Standing`]))

export const isChinese = (side: Side) => standingIn(side, chineseStandings)
export const isForeign = (side: Side) => standingIn(side, withoutChineseNationality)
export const isRegistered = (side: Side) => standingIn(side, registeredStandings)

export function areMarried({ parentsMarried }: PartialFacts): boolean {
  return parentsMarried === true
}

export function areUnmarried({ parentsMarried }: PartialFacts): boolean {
  return parentsMarried === false
}

export function needsParentageTest(facts: PartialFacts): boolean {
  return areUnmarried(facts) && facts['follows'] === 'father'
}

export function hasParentageTest(facts: PartialFacts): boolean {
  return needsParentageTest(facts) && facts['parentageTested'] === true
}

export function followsGrandparent({ follows }: PartialFacts): boolean {
  return follows === 'grandparent'
}

/** Who of the family holds another passport matters where a parent is no resident of the mainland or the birth was abroad. */
export function mayHaveForeignNationality(facts: PartialFacts): boolean {
  const isOutsider = (side: Side) =>
    isForeign(side)(facts) || (isParentKnown(facts, side) && facts[`${side}Standing`] === 'overseas')
  return isBornOutside(facts) || isOutsider('father') || isOutsider('mother')
}

/** Both parents' ethnic groups are known and are not the same. */
export function ethnicGroupsDiffer(facts: PartialFacts): boolean {
  const [father, mother] = [ethnicGroupOf(facts, 'father'), ethnicGroupOf(facts, 'mother')]
  const bothLive = facts['fatherStanding'] !== 'deceased' && facts['motherStanding'] !== 'deceased'
  return bothLive && father !== undefined && mother !== undefined && father !== mother
}

function ethnicGroupOf(facts: PartialFacts, side: Side): string | undefined {
  if (!isChinese(side)(facts)) return undefined
  const parent = facts[side] as { readonly ethnicGroup?: string } | undefined
  return parent?.ethnicGroup || undefined
}

/** Both parents stand in a college's collective household and the child is to follow one of them all the same. */
export function followsIntoCollege(facts: PartialFacts): boolean {
  const isStudent = (side: Side) => isRegistered(side)(facts) && facts[`${side}HouseholdKind`] === 'college'
  const followsParent = facts['follows'] === 'father' || facts['follows'] === 'mother'
  return followsParent && isStudent('father') && isStudent('mother')
}

/** The booklet's head is somebody else than the person followed, so that the child's form has to be told the name. */
export function isHeadSomebodyElse(facts: PartialFacts): boolean {
  const followed = facts[String(facts['follows'])] as { readonly relationToHead?: string } | undefined
  if (facts[`${String(facts['follows'])}HouseholdKind`] === 'college') return false
  const relation = followed?.relationToHead
  return relation !== undefined && relation !== '' && relation !== '01' && relation !== '02'
}

export function declaresAs(...kinds: readonly string[]) {
  return ({ applicantKind }: PartialFacts) => kinds.includes(String(applicantKind))
}
