/** Where a ban applies. 'settlement' is a matter that looks at all grounds at once, the others are single grounds. */
export type DemandTopic =
  | 'birth'
  | 'birth-follows-mother'
  | 'settlement'
  | 'joining-kin'
  | 'purchase'
  | 'business'
  | 'talent'
  | 'stock'
  | 'reissue'
  | 'restoration'
  | 'residence-permit'

/** A paper or condition that nobody at the counter may ask for, with the words by which a clerk might ask for it. */
export interface ForbiddenDemand {
  readonly id: string
  readonly name: string
  /** Any one of these is enough. Lower case, without spaces and punctuation. */
  readonly words: readonly string[]
  /** Forbidden too when a word of every list stands in the demand: 退出 with 土地, in any order. */
  readonly together?: readonly (readonly string[])[]
  /** Wordings that only look alike and may be asked for; taken out before the demand is read. */
  readonly unless?: readonly string[]
  /** A paper that may be asked for until the station has its content by data sharing. */
  readonly kind?: 'shared-data'
  readonly citation: string
  readonly because: string
}

export interface TopicalDemand extends ForbiddenDemand {
  readonly topics: readonly DemandTopic[]
}
