import type { PlainDate } from '../base/plain-date.ts'

/** A clause of an instrument: where it stands and what it says, in our own words. */
export interface Clause {
  readonly place: string
  readonly meaning: string
  /** Set where the text itself was not at hand: what rests on memory or on another place's practice, in the clerk's words. */
  readonly unconfirmed?: string
}

export type Clauses = Readonly<Record<string, Clause>>

/** A number that a law fixes and may change: days, years, counts. `until` is the last day it holds. */
export interface DatedNumber {
  readonly value: number
  readonly unit: 'day' | 'working-day' | 'month' | 'year' | 'person'
  readonly from: PlainDate
  readonly until?: PlainDate
  readonly clause: string
  /** Set where the figure rests on memory or on another place's practice and is still to be confirmed. */
  readonly unconfirmed?: string
}

/** A law, rule or notice. Clause ids are unique across all instruments, so that a citation is one word. */
export interface Instrument {
  readonly id: string
  readonly title: string
  readonly number: string
  readonly inForceFrom: PlainDate
  readonly inForceUntil?: PlainDate
  readonly clauses: Clauses
  readonly numbers: Readonly<Record<string, readonly DatedNumber[]>>
}
