import { z } from 'zod'
import { userSchema } from '../people/user.ts'
import { enrolmentCodeSchema } from '../sync/station-entry.ts'
import { pageKeysSchema } from './account-channels.ts'
import { journalChannels } from './journal-channels.ts'

const secret = z.string().max(200)
const counted = z.number().int().min(0)

/** Somebody with an account on the old machine, and what opens its data for them here. */
export const oldAccountSchema = userSchema
  .pick({ id: true, name: true, role: true, policeNumber: true })
  .extend({
    /** `sheet`: the lock also needs the old machine's keystore or a card, so the recovery sheet alone opens. */
    opensBy: z.enum(['passphrase', 'sheet']),
  })
export type OldAccount = z.infer<typeof oldAccountSchema>

/** What lies in the chosen folder, as far as it tells without a passphrase. */
export const oldFolderSchema = z.object({
  folder: z.string(),
  stationName: z.string(),
  device: z.string(),
  accounts: z.array(oldAccountSchema),
  hasSheet: z.boolean(),
})
export type OldFolder = z.infer<typeof oldFolderSchema>

/** What was proved of the old machine's files. */
export const oldMachineSchema = z.object({
  stationName: z.string(),
  journal: z.object({
    entries: counted,
    /** The first line that does not follow from the one before it. */
    broken: z.object({ file: z.string(), line: counted }).optional(),
    /** A power cut left half a line at the end. */
    torn: z.boolean(),
  }),
  trail: z.object({ links: counted, brokenAt: counted.optional() }),
  scans: counted,
  /** Of everything that will be copied. */
  bytes: counted,
  /** When its journal was last written, ISO 8601 UTC, as the file system tells. */
  lastWrittenAt: z.string(),
})
export type OldMachine = z.infer<typeof oldMachineSchema>

/** A broken machine's place taken by this one. All of them are refused once this machine was set up ('already-set-up'). */
export const restoreChannels = {
  /** The system asks which folder. Refused: 'no-data-folder', 'damaged', 'newer-program', 'own-folder', 'other-purpose'. */
  'restore.choose': {
    request: z.object({}),
    response: z.discriminatedUnion('outcome', [
      z.object({ outcome: z.literal('cancelled') }),
      oldFolderSchema.extend({ outcome: z.literal('found') }),
    ]),
  },
  /**
   * Opens package and folder and proves what lies there; nothing is changed. The keys open the old journal's entries.
   * Refused: as 'setup.look' and 'restore.choose', and 'other-station', 'other-city', 'wrong', 'sheet-needed'.
   */
  'restore.open': {
    request: z.object({
      openingCode: secret,
      /** Where the package's own codes are used up. */
      enrolmentCode: enrolmentCodeSchema.optional(),
      by: z.discriminatedUnion('way', [
        z.object({ way: z.literal('passphrase'), userId: z.string().max(100), passphrase: secret }),
        z.object({ way: z.literal('sheet'), code: secret }),
      ]),
    }),
    response: z.object({ found: oldMachineSchema, keys: pageKeysSchema }),
  },
  /** Entries of the folder that was opened. */
  'restore.read': journalChannels['journal.read'],
  /** Copies and proves, then takes the old machine's place; 'restore.progress' tells how far it is. Refused: 'changed-meanwhile', 'copy-differs' and the disk's own. */
  'restore.copy': { request: z.object({}), response: z.object({ entries: counted }) },
}

export const restoreProgressSchema = z.object({ done: counted, total: counted })
