import { z } from 'zod'
import { attachmentDigestSchema, attachmentSchema } from '../../shared/attachments/attachment.ts'
import { actionSchema } from '../../shared/cases/action.ts'
import { actionSignatureSchema } from '../../shared/proof/author-key.ts'
import { handedOutRangeSchema } from '../../shared/register/handed-out-stock.ts'
import { leaseSchema } from '../../shared/register/lease.ts'
import { leaseRequestSchema } from '../../shared/sync/leases.ts'
import { filedActionSchema, packageSchema, verdictSchema } from '../../shared/sync/messages.ts'

/** What a clerk has typed and not yet recorded. Private to its owner. */
export const draftSchema = z.object({
  id: z.string(),
  owner: z.string(),
  caseType: z.string(),
  /** The case that the draft corrects or whose act it is of; none for a new matter. */
  caseId: z.string().optional(),
  /** The act on the case in whose small form it is typed; none where it is the form of a matter. See `act-draft.ts`. */
  act: z
    .object({
      step: z.string(),
      /** By touched field, what the case said when the clerk touched it; null: nothing. */
      seen: z.record(z.string(), z.unknown()),
    })
    .exactOptional(),
  facts: z.record(z.string(), z.unknown()),
  /** Raw text of fields whose content is not a fact yet (half a date, a wrong number), as typed. */
  typed: z.record(z.string(), z.string()),
  /** Scans added before there is a case; they become its own with the step that opens it. */
  attachments: z.array(attachmentSchema).exactOptional(),
  changedAt: z.string(),
})
export type Draft = z.infer<typeof draftSchema>

/** Who did what about a refusal, and when: `id` is the refused action's. */
export const closingSchema = z.object({ id: z.string(), by: z.string(), note: z.string(), at: z.string() })
export type Closing = z.infer<typeof closingSchema>

/**
 * One change of the local database, numbered without gaps. The database is the fold of its entries, and the journal
 * on disk holds the same entries: that is why it can be rebuilt.
 */
export const entrySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('imported'), package: packageSchema.omit({ users: true, stationToken: true }) }),
  z.object({
    kind: z.literal('recorded'),
    action: actionSchema,
    /**
     * Actions of the same moment that stand on it: the draft's scans, named by the case that it becomes; the step that is said
     * again where a handed refusal is settled so.
     */
    followedBy: z.array(actionSchema).exactOptional(),
    /** Their author's signatures; none in an entry of a program that did not sign yet. */
    signatures: z.array(actionSignatureSchema).exactOptional(),
    draftId: z.string().optional(),
    /** The refusal that this step answers: the same thing said again on what stands at the city now. */
    closes: closingSchema.optional(),
  }),
  /** Went on its way: everything of the outbox up to a place. Older programs named the actions one by one. */
  z.object({
    kind: z.literal('sent-up-to'),
    upTo: z.number(),
    /** What went before is kept by the city up to here: said in the same entry, because each waits for the disk. */
    keptUpTo: z.number().exactOptional(),
    at: z.string(),
  }),
  z.object({ kind: z.literal('sending'), ids: z.array(z.string()), at: z.string() }),
  /** The city keeps everything up to a place and judges later; 0: it lost it. */
  z.object({ kind: z.literal('kept-up-to'), upTo: z.number(), at: z.string() }),
  /**
   * Put on a stick for the city, in the desk's n-th bundle; and no longer said to lie there, because no file came of it, or
   * because the city's answer to it says nothing of what still carries the mark.
   */
  z.object({
    kind: z.literal('bundled'),
    n: z.number().int().positive(),
    ids: z.array(z.string()),
    /** The scans on it, each with the case that names it; none in an entry of a program that put none on a stick. */
    scans: z.array(z.object({ digest: attachmentDigestSchema, caseId: z.string() })).exactOptional(),
    at: z.string(),
  }),
  z.object({ kind: z.literal('bundle-dropped'), n: z.number().int().positive() }),
  z.object({ kind: z.literal('answered'), verdicts: z.array(verdictSchema) }),
  z.object({ kind: z.literal('handed-out'), actions: z.array(filedActionSchema), upTo: z.number() }),
  closingSchema.extend({ kind: z.literal('refusal-closed') }),
  /** A refusal handed to a colleague; it stays open. */
  closingSchema.extend({
    kind: z.literal('refusal-assigned'),
    to: z.string(),
    /** Whose list it stands on; an entry of an older program has the name alone. */
    toUserId: z.string().optional(),
  }),
  z.object({ kind: z.literal('draft-saved'), draft: draftSchema }),
  z.object({ kind: z.literal('draft-dropped'), id: z.string() }),
  /** The city's receipt for a file that a case names. */
  z.object({
    kind: z.literal('attachment-received'),
    digest: attachmentDigestSchema,
    caseId: z.string(),
    at: z.string(),
  }),
  /** What this machine wants of blocks of numbers; written before it is asked, so that a crash asks the same again. */
  z.object({ kind: z.literal('leases-asked'), requests: z.array(leaseRequestSchema), at: z.string() }),
  /** Every open block of the station as the city had it at `asOf` of its own clock, and the requests that are answered. */
  z.object({
    kind: z.literal('leases-told'),
    leases: z.array(leaseSchema),
    answered: z.array(z.string()),
    at: z.string(),
    asOf: z.iso.datetime().exactOptional(),
    stock: z.array(handedOutRangeSchema).exactOptional(),
  }),
  /** From here a machine goes on that took a broken one's place, under its name. */
  z.object({ kind: z.literal('machine-restored'), at: z.iso.datetime(), device: z.string() }),
  /** The city was heard, over the line or by its answer on a stick; noted once an hour at most. */
  z.object({ kind: z.literal('city-heard'), at: z.iso.datetime() }),
  /** A setting of this desk, e.g. its printer and how far off that prints. */
  z.object({ kind: z.literal('setting-saved'), name: z.string(), value: z.json() }),
])
export type Entry = z.infer<typeof entrySchema>
