import type { CounterEvent } from '../../shared/trail/trail-event.ts'
import { station } from '../station.ts'

/** Tells the machine's trail something that only the counter sees; the work at the counter does not wait for it. */
export function noteOnTrail(event: CounterEvent): void {
  // Without a machine behind the page (a test of one part) there is no trail either.
  void station.call('trail.note', event).catch(() => undefined)
}
