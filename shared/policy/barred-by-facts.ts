import type { DemandTopic } from './forbidden-demand.ts'
import type { SharedRecord } from './shared-records.ts'

/** What these facts bar beyond the matter's own list: topics that they open, and what the station already has by sharing. */
export interface BarredByFacts {
  readonly topics: readonly DemandTopic[]
  readonly obtained: readonly SharedRecord[]
}
