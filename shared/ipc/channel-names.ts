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
  'setup.look',
  'setup.finish',
  'signin.users',
  'signin.verify',
  'signin.recover',
  'session.prove',
  'session.lock',
  'accounts.list',
  'accounts.add',
  'accounts.reset',
  'accounts.stop',
  'accounts.renew-recovery',
  'cards.look',
  'cards.bind',
  'cards.release',
  'cards.configure',
  'package.read',
  'trail.note',
  'trail.read',
  'trail.export',
  'trail.looks',
  'retention.look',
  'retention.remove',
  'machine.report',
  'arrivals.decide',
  'proof.sign',
  'proof.known',
  'bundle.write',
  'bundle.finish',
  'bundle.open',
  'attachments.keep',
  'attachments.read',
  'attachments.settle',
  'attachments.send',
  'attachments.pause',
  'attachments.fetch',
  'camera.open',
  'camera.close',
  'app.close-ready',
] as const
export type ChannelName = (typeof channelNames)[number]

/** What the machine may tell the counter unasked. */
export const eventNames = [
  'app.close-requested',
  'system.resumed',
  'session.lock-requested',
  'attachments.progress',
] as const
export type EventName = (typeof eventNames)[number]
