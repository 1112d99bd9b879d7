import type { WebContents } from 'electron'
import type { EventName } from '../../shared/ipc/channel-names.ts'
import { events, type EventOf } from '../../shared/ipc/channels.ts'

/** Tells the page something; what does not fit the event's schema is never sent. */
export function sendEvent<Name extends EventName>(page: WebContents, name: Name, event: EventOf<Name>): void {
  if (!page.isDestroyed()) page.send(name, events[name].parse(event))
}
