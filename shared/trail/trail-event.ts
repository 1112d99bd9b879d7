import { z } from 'zod'
import { removableKinds, removalReasonSchema } from '../retention/retention-schedule.ts'
import { ownRecordRequestSchema } from './own-record-request.ts'
import { largeChangeReasonSchema } from '../sync/large-change.ts'
import { paperReasonSchema } from './paper-reason.ts'
import { trailDigests } from './trail-digest.ts'

/** Ids and file names only: the trail says who did what to which record, and repeats nobody's name or number. */
const id = z.string().min(1).max(100)

/** Why somebody looked at a person: the case it is for, or one of the few reasons without a case. */
export const lookUpReasons = {
  case: '办理案件',
  enquiry: '群众咨询本人情况',
  counter: '窗口受理前核对',
  correction: '核对差错',
  inspection: '上级检查、统计核对',
} as const
export type LookUpReason = keyof typeof lookUpReasons
const counted = z.number().int().min(0)
export const lookUpReasonSchema = z.enum(Object.keys(lookUpReasons) as [LookUpReason, ...LookUpReason[]])

/** What only the counter sees, without the name that the machine adds. */
const demandBlocked = {
  /** A demand that the law forbids, and that the program did not let pass. */
  what: z.literal('demand-blocked'),
  caseType: z.string().max(60),
  citation: z.string().max(40),
}
const personSeen = {
  what: z.literal('person-seen'),
  /** Key of the register's record: a random id, not the citizen number. */
  record: z.string().max(100),
  reason: lookUpReasonSchema,
  caseId: z.string().max(100).optional(),
}
const searched = {
  what: z.literal('searched'),
  reason: lookUpReasonSchema,
  /** How many were found; what was typed is not repeated. */
  hits: z.number().int().min(0),
}
/** A scan opened to be read; the beginning of its digest. */
const attachmentSeen = { what: z.literal('attachment-seen'), digest: z.string().regex(/^[0-9a-f]{16}$/) }
const settingChanged = { what: z.literal('setting-changed'), name: z.string().max(100) }
const stepRefused = { what: z.literal('step-refused'), step: z.string().max(60), code: z.string().max(80) }
const expiredRemoved = {
  what: z.literal('expired-removed'),
  kind: z.enum(removableKinds),
  reason: removalReasonSchema,
  /** How many there were, and how many there are now. */
  before: z.number().int().min(0),
  after: z.number().int().min(0),
}

/** What the trail of a machine records, beside the actions of the cases, which are a record of their own. */
export const trailEventSchema = z.discriminatedUnion('what', [
  z.strictObject({ what: z.literal('started'), version: z.string().max(40) }),
  z.strictObject({ what: z.literal('set-up'), suite: z.string().max(40) }),
  /** This machine took the place of a broken one from here on: so many journal entries came, and where its journal was broken. */
  z.strictObject({
    what: z.literal('restored'),
    entries: counted,
    brokenAt: counted.optional(),
  }),
  z.strictObject({ what: z.literal('signed-in'), userId: id }),
  z.strictObject({ what: z.literal('sign-in-refused'), userId: id, waitSeconds: z.number().int().min(0) }),
  z.strictObject({ what: z.literal('signed-out'), userId: id, why: z.enum(['left', 'idle']) }),
  z.strictObject({ what: z.literal('proof-refused'), userId: id }),
  z.strictObject({ what: z.literal('passphrase-changed'), userId: id }),
  /** Somebody got an own signing key on this machine, the first or another. */
  z.strictObject({
    what: z.literal('author-key-made'),
    userId: id,
    keyId: z.string().regex(/^[0-9a-f]{12}$/),
  }),
  z.strictObject({ what: z.literal('recovery-used'), userId: id }),
  z.strictObject({ what: z.literal('recovery-renewed'), userId: id }),
  z.strictObject({ what: z.literal('account-added'), userId: id, account: id, role: z.string().max(40) }),
  z.strictObject({ what: z.literal('account-enabled'), userId: id, account: id }),
  z.strictObject({ what: z.literal('account-stopped'), userId: id, account: id }),
  /** A service of the machine that was asked for without the right to it. */
  z.strictObject({ what: z.literal('refused'), userId: id, code: z.string().max(80) }),
  z.strictObject({
    what: z.literal('file-saved'),
    userId: id,
    kind: z.enum(['paper', 'export']),
    /** Absent in lines of a program that did not ask yet. */
    about: paperReasonSchema.optional(),
  }),
  z.strictObject({
    what: z.literal('printed'),
    userId: id,
    printer: z.string().max(200),
    about: paperReasonSchema.optional(),
  }),
  z.strictObject({ what: z.literal('trail-exported'), userId: id }),
  /** A sealed bundle for the city was put on a stick; the city's answer to one was taken in. */
  z.strictObject({
    what: z.literal('bundle-written'),
    userId: id,
    n: counted,
    actions: counted,
    /** None where it carried no scan, and from a program that put none on a stick. */
    scans: counted.exactOptional(),
  }),
  z.strictObject({ what: z.literal('bundle-answered'), userId: id, n: counted, verdicts: counted }),
  /** What the city handed out would change much of the register: a chief took it in, or put it off. */
  z.strictObject({
    what: z.literal('large-change-decided'),
    userId: id,
    decision: z.enum(['taken', 'put-off']),
    reason: largeChangeReasonSchema.optional(),
    removed: counted,
    replaced: counted,
    of: counted,
    /** The order up to which it goes. */
    upTo: counted,
  }),
  z.strictObject({ what: z.literal('camera-opened'), userId: id }),
  z.strictObject({ what: z.literal('card-bound'), userId: id, serial: z.string().max(40) }),
  z.strictObject({ what: z.literal('card-released'), userId: id }),
  /** A person's own record was given out: whose, who asked, how they showed who they are, what for. */
  z.strictObject({
    what: z.literal('own-record-given'),
    userId: id,
    record: z.string().max(100),
    request: ownRecordRequestSchema,
  }),
  /** The city certified this machine, first by a code or again near the end; `until` is the certificate's last instant. */
  z.strictObject({ what: z.literal('machine-certified'), userId: id, until: z.iso.datetime() }),
  /** The city holds this trail up to line `n` with that head. */
  z.strictObject({ what: z.literal('anchored'), n: z.number().int().min(1), head: z.string().max(64) }),
  z.strictObject({ ...demandBlocked, userId: id }),
  z.strictObject({ ...personSeen, userId: id }),
  z.strictObject({ ...searched, userId: id }),
  z.strictObject({ ...attachmentSeen, userId: id }),
  z.strictObject({ ...settingChanged, userId: id }),
  z.strictObject({ ...stepRefused, userId: id }),
  /** From the next line on the chain stands on this digest. */
  z.strictObject({ what: z.literal('digest-chosen'), digest: z.enum(trailDigests) }),
  /** The lines up to this one, whose term is over, were cut off at that head. */
  z.strictObject({
    what: z.literal('trail-cut'),
    userId: id,
    upTo: z.number().int().min(1),
    head: z.string().regex(/^[0-9a-f]{64}$/),
    reason: removalReasonSchema,
  }),
  /** What was kept longer than its term was removed. */
  z.strictObject({ ...expiredRemoved, userId: id }),
  /** A last line that a power failure tore off, cut before the chain went on. */
  z.strictObject({ what: z.literal('torn-line-cut'), bytes: z.number().int().min(1) }),
])
export type TrailEvent = z.infer<typeof trailEventSchema>

/** What the counter itself tells the trail; who it is the machine knows better. */
export const counterEventSchema = z.discriminatedUnion('what', [
  z.strictObject(demandBlocked),
  z.strictObject(personSeen),
  z.strictObject(searched),
  z.strictObject(attachmentSeen),
  z.strictObject(settingChanged),
  z.strictObject(stepRefused),
  z.strictObject({ ...expiredRemoved, kind: z.literal('drafts') }),
])
export type CounterEvent = z.infer<typeof counterEventSchema>
