import { isInsideChifeng, isInsideInnerMongolia } from '../../codes/gbt2260-region.ts'
import type { SettlementFacts } from './fields.ts'

/** How the registration comes here; where it stands now decides (公通字〔2021〕12号, clauses 41 to 45). */
export type Way = 'within-station' | 'within-city' | 'within-region' | 'student' | 'permit'

/** Undefined while nobody has said where the registration stands now. */
export function wayOf({ inRegister, hukouPlace, student }: SettlementFacts): Way | undefined {
  if (inRegister) return 'within-station'
  if (!hukouPlace) return undefined
  if (isInsideChifeng(hukouPlace.region)) return 'within-city'
  if (isInsideInnerMongolia(hukouPlace.region)) return 'within-region'
  return student ? 'student' : 'permit'
}

/** Nobody is registered here before a certificate of another province has been issued and presented. */
export function registersNow(facts: SettlementFacts): boolean {
  const way = wayOf(facts)
  return way === 'within-station' || way === 'within-city' || way === 'within-region'
}

export function isOfTheRegion({ inRegister, hukouPlace }: SettlementFacts): boolean | undefined {
  if (inRegister) return true
  return hukouPlace && isInsideInnerMongolia(hukouPlace.region)
}
