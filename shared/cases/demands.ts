import type { Outcome } from '../base/outcome.ts'
import { checkDemand, forbiddenFor, type ForbiddenDemand } from '../policy/forbidden-demands.ts'
import type { CaseType } from './case-type.ts'
import type { PartialFacts } from './fields.ts'

/** Everything that nobody may ask for in a matter on these facts, each once. */
export function barredDemands({ forbidden, barredBy }: CaseType, facts: PartialFacts): ForbiddenDemand[] {
  const more = barredBy ? forbiddenFor(...barredBy(facts).topics) : []
  const all = new Map([...forbidden, ...more].map((demand) => [demand.id, demand]))
  // What the law lets this matter charge stays allowed, whatever the other lists hold.
  const keepsFee = forbidden.some(({ id }) => id === 'fee')
  return [...all.values()].filter(({ id }) => keepsFee || id !== 'fee')
}

/** Whether a clerk may ask for something on these facts; refused with the reason and the clause. */
export function mayDemand(caseType: CaseType, facts: PartialFacts, demand: string): Outcome<string> {
  return checkDemand(demand, barredDemands(caseType, facts), caseType.barredBy?.(facts).obtained ?? [])
}
