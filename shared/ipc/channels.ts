import './no-eval.ts'
import { z } from 'zod'
import type { ChannelName, EventName } from './channel-names.ts'
import { attachmentChannels, attachmentProgressSchema } from './attachment-channels.ts'
import { arrivalChannels } from './arrival-channels.ts'
import { accountChannels } from './account-channels.ts'
import { authorChannels } from './author-channels.ts'
import { bundleChannels } from './bundle-channels.ts'
import { cardChannels } from './card-channels.ts'
import { checkpointChannels } from './checkpoint-channels.ts'
import { enrolmentChannels } from './enrolment-channels.ts'
import { journalChannels } from './journal-channels.ts'
import { lineChannels } from './line-channels.ts'
import { paperChannels } from './paper-channels.ts'
import { proofChannels } from './proof-channels.ts'
import { retentionChannels } from './retention-channels.ts'
import { restoreChannels, restoreProgressSchema } from './restore-channels.ts'
import { stationChannels } from './station-channels.ts'

interface Channel {
  readonly request: z.ZodType
  readonly response: z.ZodType
}

/** The machine's services, channel by channel: what is asked and what is answered. Both ends check both. */
export const channels = {
  ...stationChannels,
  ...accountChannels,
  ...cardChannels,
  ...authorChannels,
  ...proofChannels,
  ...retentionChannels,
  ...restoreChannels,
  ...journalChannels,
  ...checkpointChannels,
  ...lineChannels,
  ...arrivalChannels,
  ...enrolmentChannels,
  ...paperChannels,
  ...bundleChannels,
  ...attachmentChannels,
} satisfies Record<ChannelName, Channel>

export type RequestOf<Name extends ChannelName> = z.infer<(typeof channels)[Name]['request']>
export type ResponseOf<Name extends ChannelName> = z.infer<(typeof channels)[Name]['response']>

/** What the machine tells the counter unasked. */
export const events = {
  /** The window is about to close: save what is typed, then call 'app.close-ready' (the window waits a second). */
  'app.close-requested': z.object({}),
  /** The computer woke from sleep: clocks and lines may have changed. */
  'system.resumed': z.object({}),
  /** The system's own screen was locked, or the computer goes to sleep: this desk locks too. */
  'session.lock-requested': z.object({}),
  'attachments.progress': attachmentProgressSchema,
  /** Bytes of the old machine's data that were copied and read back. */
  'restore.progress': restoreProgressSchema,
} satisfies Record<EventName, z.ZodType>

export type EventOf<Name extends EventName> = z.infer<(typeof events)[Name]>
