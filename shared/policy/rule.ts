import type { PlainDate } from '../base/plain-date.ts'

/** What a rule answers. `unknown` names the facts that would settle it; the form jumps there. */
export type Verdict =
  | { readonly kind: 'met'; readonly because: string }
  | { readonly kind: 'unmet'; readonly because: string; readonly remedy: string }
  | { readonly kind: 'unknown'; readonly because: string; readonly needs: readonly string[] }
  | { readonly kind: 'not-applicable' }

/**
 * What follows when a rule is not met: the case is refused, belongs to another office (refer) or another procedure
 * (route), needs a paper or fact from the resident (ask), may not be done by the program at all (block), or only a
 * warning stands beside it.
 */
export type Consequence = 'refuse' | 'refer' | 'route' | 'ask' | 'block' | 'warn'

/** Where and when a judgement is made. `stationCode` is the twelve-digit code of the judging station. */
export interface Setting {
  readonly day: PlainDate
  readonly stationCode: string
  readonly stationName: string
}

export interface Rule<Facts> {
  readonly id: string
  /** The question the rule asks, in the clerk's words. */
  readonly title: string
  /** Clause ids, most specific first. */
  readonly citations: readonly string[]
  readonly consequence: Consequence
  /** The question that only the city can answer: an unknown here does not block, it is recorded and asked. */
  readonly cityQuestion?: 'landed'
  readonly test: (facts: Facts, setting: Setting) => Verdict
}

export function met(because: string): Verdict {
  return { kind: 'met', because }
}

export function unmet(because: string, remedy: string): Verdict {
  return { kind: 'unmet', because, remedy }
}

export function unknown(because: string, ...needs: string[]): Verdict {
  return { kind: 'unknown', because, needs }
}

export const notApplicable: Verdict = { kind: 'not-applicable' }
