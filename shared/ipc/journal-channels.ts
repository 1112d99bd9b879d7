import { z } from 'zod'
import { bytesSchema } from './bytes.ts'

/** One recorded thing: `n` counts from 1 without gaps, `body` is what the counter's codec made of it. */
export const journalEntrySchema = z.object({ n: z.number().int().min(1), body: bytesSchema })
export type JournalEntry = z.infer<typeof journalEntrySchema>

const journalStateSchema = z.object({
  /** Number of the last entry on disk, 0 when there is none. */
  last: z.number().int().min(0),
  bytes: z.number().int().min(0),
  /** A line cut off by a power failure was found at start and moved aside. */
  tornTail: z.boolean(),
  /** The first line that does not follow from the one before it; nothing is appended behind it. */
  broken: z.object({ file: z.string(), line: z.number().int().min(1) }).optional(),
  /** Folder of the journal. */
  path: z.string(),
})
export type JournalState = z.infer<typeof journalStateSchema>

export const journalChannels = {
  /**
   * Appends and syncs to disk before it answers. Entries already there are ignored when they are the same bytes.
   * Refused: 'journal-gap', 'journal-differs', 'journal-broken', 'disk-full'.
   */
  'journal.append': {
    request: z.object({ entries: z.array(journalEntrySchema).min(1).max(2000) }),
    response: z.object({ last: z.number().int().min(0) }),
  },
  /** Entries with n > `after`, at most `limit`, fewer when they would exceed 16 MiB. */
  'journal.read': {
    request: z.object({ after: z.number().int().min(0), limit: z.number().int().min(1).max(5000) }),
    response: z.object({ entries: z.array(journalEntrySchema), last: z.number().int().min(0) }),
  },
  'journal.state': { request: z.object({}), response: journalStateSchema },
  /** Moves the whole journal into a folder of its own (nothing is deleted) and begins a new one at 1. */
  'journal.set-aside': { request: z.object({}), response: z.object({ movedTo: z.string() }) },
}
