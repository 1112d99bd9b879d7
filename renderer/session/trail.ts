import type { CounterEvent } from '../../shared/trail/trail-event.ts'
import { station } from '../station.ts'
import { useSession } from './session.ts'

type Without<Event, Key extends string> = Event extends unknown ? Omit<Event, Key> : never

/** Tells the machine's trail something that only the counter sees; the work at the counter does not wait for it. */
export function noteOnTrail(event: Without<CounterEvent, 'userId'>): void {
  const userId = useSession.getState().user?.id
  if (userId === undefined) return
  // Without a machine behind the page (a test of one part) there is no trail either.
  void station.call('trail.note', { ...event, userId }).catch(() => undefined)
}
