import type { PartialFacts } from '../fields.ts'

/** When a question of the form is put, by the answers so far; a question that is not put decides nothing. */
const outside = ['abroad', 'hong-kong-macao-taiwan']
const registered = ['here', 'elsewhere']
const chinese = [...registered, 'military', 'overseas', 'unregistered', 'deceased']
const withoutChineseNationality = ['foreign', 'stateless']

export type Side = 'father' | 'mother'

export function isBornOutside({ bornWhere }: PartialFacts): boolean {
  return outside.includes(String(bornWhere))
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

const standsAs = (standings: readonly string[]) => (side: Side) => (facts: PartialFacts) =>
  isParentKnown(facts, side) && standings.includes(String(facts[`${side}Standing`]))

export const isChinese = standsAs(chinese)
export const isForeign = standsAs(withoutChineseNationality)
export const isRegistered = standsAs(registered)
const livesAbroad = standsAs(['overseas'])

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

/** Another nationality is possible where a parent is foreign or settled abroad, or where the birth was abroad. */
export function mayHaveForeignNationality(facts: PartialFacts): boolean {
  const isOutsider = (side: Side) => isForeign(side)(facts) || livesAbroad(side)(facts)
  return isBornOutside(facts) || isOutsider('father') || isOutsider('mother')
}

/** Both parents live and are of ethnic groups that are known and not the same. */
export function ethnicGroupsDiffer(facts: PartialFacts): boolean {
  const groups = (['father', 'mother'] as const).map((side) => ethnicGroupOf(facts, side))
  const [father, mother] = groups
  return father !== undefined && mother !== undefined && father !== mother
}

function ethnicGroupOf(facts: PartialFacts, side: Side): string | undefined {
  if (!isChinese(side)(facts) || facts[`${side}Standing`] === 'deceased') return undefined
  const parent = facts[side] as { readonly ethnicGroup?: string } | undefined
  return parent?.ethnicGroup === '' ? undefined : parent?.ethnicGroup
}

/** Both parents stand in collective households and the child is to follow one of them all the same. */
export function followsIntoCollective(facts: PartialFacts): boolean {
  const isCollective = (side: Side) =>
    isRegistered(side)(facts) && ['collective', 'college'].includes(String(facts[`${side}HouseholdKind`]))
  const followsParent = facts['follows'] === 'father' || facts['follows'] === 'mother'
  return followsParent && isCollective('father') && isCollective('mother')
}

/** A family's head is somebody else than the one followed, so that the child's form has to be told the name. */
export function isHeadSomebodyElse(facts: PartialFacts): boolean {
  const follows = String(facts['follows'])
  const kind = facts[`${follows}HouseholdKind`]
  if (kind === 'college' || kind === 'collective') return false
  const followed = facts[follows] as { readonly relationToHead?: string } | undefined
  return !['', '01', '02'].includes(followed?.relationToHead ?? '')
}

export function declaresAs(...kinds: readonly string[]) {
  return ({ applicantKind }: PartialFacts) => kinds.includes(String(applicantKind))
}
