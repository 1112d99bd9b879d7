import type { WebContents } from 'electron'
import type { Outcome } from '../../shared/base/outcome.ts'
import type { ChannelName } from '../../shared/ipc/channel-names.ts'
import type { RequestOf, ResponseOf } from '../../shared/ipc/channels.ts'

/** What the machine does on one channel. It may reject with a system error; the disk's ones get their words. */
export type Handler<Name extends ChannelName> = (
  request: RequestOf<Name>,
  caller: WebContents,
) => Promise<Outcome<ResponseOf<Name>>>

/** One handler for every channel: a channel without one does not compile. */
export type Handlers = { readonly [Name in ChannelName]: Handler<Name> }
