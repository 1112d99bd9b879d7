import { CityFault } from './city-fault.ts'
import { isStoreAway } from './store-away.ts'

/** Of PostgreSQL: data that no column can hold, that breaks a constraint, or that is larger than an index takes. */
const contentStates = /^(?:22|23|54)[0-9A-Z]{3}$/

/** Of the language's own library. */
const libraryCodes = /^ERR_/

/**
 * Whether a fault may come of what was to be worked on: the next attempt fails in the same way. Otherwise the store is away
 * or the program's schema is not its own, which has nothing to do with what came.
 */
export function liesInContent(fault: unknown): boolean {
  if (fault instanceof CityFault || isStoreAway(fault)) return false
  const code = fault instanceof Error && 'code' in fault ? fault.code : undefined
  return typeof code === 'string' ? contentStates.test(code) || libraryCodes.test(code) : true
}
