/**
 * The names by which the counter may call the machine. A plain list, so that the sandboxed preload can hold it
 * without carrying the schemas; `channels.ts` must describe each of them, or the build stops.
 */
export const channelNames = [
  'station.profile',
  'journal.append',
  'journal.read',
  'journal.state',
  'journal.set-aside',
  'line.exchange',
  'printing.printers',
  'printing.print',
  'files.save',
  'signin.users',
  'signin.verify',
  'package.read',
  'trail.note',
  'app.close-ready',
] as const
export type ChannelName = (typeof channelNames)[number]

/** What the machine may tell the counter unasked. */
export const eventNames = ['app.close-requested', 'system.resumed'] as const
export type EventName = (typeof eventNames)[number]
