import type { PlainDate } from '../base/plain-date.ts'
import { defaultPolicyOptions, type PolicyOptions } from './options.ts'

/** What a rule answers. `unknown` names the facts that would settle it; the form jumps there. */
export type Verdict =
  | { readonly kind: 'met'; readonly because: string }
  | { readonly kind: 'unmet'; readonly because: string; readonly remedy: string }
  | { readonly kind: 'unknown'; readonly because: string; readonly needs: readonly string[] }
  | { readonly kind: 'not-applicable' }

/**
 * What follows when a rule is not met: the case is refused, belongs to another office (refer) or another procedure
 * (route), needs a paper or fact from the resident (ask), may not be done by the program at all (block); it can be
 * accepted but not decided until a check is settled (hold) or the police have looked into it (investigate); it is one of
 * several grounds of which another may carry the case (option); or only a warning stands beside it.
 */
export type Consequence =
  'block' | 'refuse' | 'refer' | 'route' | 'ask' | 'hold' | 'investigate' | 'option' | 'warn'

/** Where, when and under which named settings a judgement is made. `stationCode` has twelve digits. */
export interface Setting {
  readonly day: PlainDate
  readonly stationCode: string
  readonly stationName: string
  readonly options: PolicyOptions
}

/** The setting of a judgement at a station on a day, with the settings as the city has them unless said otherwise. */
export function settingAt(
  station: { readonly code: string; readonly name: string },
  day: PlainDate,
  options: PolicyOptions = defaultPolicyOptions,
): Setting {
  return { day, stationCode: station.code, stationName: station.name, options }
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
