import { z } from 'zod'
import { actionSchema } from '../cases/action.ts'
import { deciderSchema } from '../people/decider.ts'
import { stationSchema } from '../people/station.ts'
import { userSchema } from '../people/user.ts'
import { actionSignatureSchema } from '../proof/author-key.ts'
import { leaseSchema } from '../register/lease.ts'
import { convertLegacyHousehold } from '../register/legacy-household.ts'
import { refusalSchema } from '../base/outcome.ts'
import { registerRecordSchema } from '../register/record.ts'
import { highestCounted } from './counts.ts'
import { enrolmentCodeSchema, stationEntrySchema } from './station-entry.ts'

/** Version of the wire. A test holds a digest of these schemas and tells you to raise it when they change. */
export const protocolVersion = 3 as const

/** The oldest version that is still read and answered: a station one version behind keeps working. */
export const oldestProtocol = 1 as const

/** The first version with packed bodies; a packed hand-out has it, because desks of that version read no higher one. */
export const packedProtocol = 2 as const

/**
 * Version 2 is version 1 with packed bodies (`packed-messages.ts`), version 3 adds the authors' signatures; an answer has
 * the version of its question.
 */
export const protocolSchema = z.union([
  z.literal(oldestProtocol),
  z.literal(packedProtocol),
  z.literal(protocolVersion),
])
export type Protocol = z.infer<typeof protocolSchema>

/** Actions a message may carry by this version of the wire, and a part of a bundle; a larger outbox goes in several. */
export const mostActionsPerMessage = 500

/**
 * Actions that the city reads in one message. The wire of version 3 said fewer, so a city of before answers 400 to more, and
 * a desk that gets that answer sends halves. Each message costs a round trip, a commit there and an entry here: a long
 * backlog goes up the sooner the fewer there are.
 */
export const mostActionsAtOnce = 1000

/** What became of one action at the city. `receipt` is the number that the clerk sees on the case. */
export const verdictSchema = z.discriminatedUnion('outcome', [
  z.object({
    id: z.uuid(),
    outcome: z.literal('accepted'),
    order: z.number().int().positive(),
    receipt: z.string(),
  }),
  z.object({ id: z.uuid(), outcome: z.literal('refused'), refusals: z.array(refusalSchema).min(1) }),
])
export type CityVerdict = z.infer<typeof verdictSchema>

const messageOfAtMost = (most: number) =>
  z.object({
    protocol: protocolSchema,
    station: z.string().regex(/^\d{12}$/),
    device: z.string().min(1).max(40),
    actions: z.array(actionSchema).min(1).max(most),
    /** Since version 3: the signatures of those actions whose authors signed. */
    signatures: z.array(actionSignatureSchema).max(most).exactOptional(),
  })

/** POST /v1/actions: the outbox, oldest first. Sending the same action again gets the same verdict. */
export const sendActionsSchema = messageOfAtMost(mostActionsPerMessage)
export type SendActions = z.infer<typeof sendActionsSchema>

/**
 * An id as every program here makes it. A database answers in small letters whatever it was asked in: two spellings would be
 * one id there and two ids here.
 */
export const idAtCitySchema = z.uuid().lowercase()

/** The same as the city reads it: it takes longer ones, and each id in its one spelling. */
export const messageAtCitySchema = messageOfAtMost(mostActionsAtOnce).extend({
  actions: z
    .array(actionSchema.extend({ id: idAtCitySchema, caseId: idAtCitySchema }))
    .min(1)
    .max(mostActionsAtOnce),
})

export const actionsFiledSchema = z.object({
  protocol: protocolSchema,
  verdicts: z.array(verdictSchema),
})
export type ActionsFiled = z.infer<typeof actionsFiledSchema>

/** GET /v1/actions?station=…&after=ORDER&limit=N: what the city filed for the station after an order. */
export const fetchActionsSchema = z.object({
  station: z.string().regex(/^\d{12}$/),
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})

/** The same as the city reads it: no order is beyond what its base holds. */
export const fetchActionsAtCitySchema = fetchActionsSchema.extend({
  after: z.coerce.number().int().min(0).max(highestCounted),
})

export const filedActionSchema = z.object({
  order: z.number().int().positive(),
  receipt: z.string(),
  action: actionSchema,
})
export type FiledAction = z.infer<typeof filedActionSchema>

export const actionsHandedOutSchema = z.object({
  protocol: protocolSchema,
  actions: z.array(filedActionSchema),
  /** Highest order handed out; ask again after it while `more` is true. */
  upTo: z.number().int().min(0),
  more: z.boolean(),
})
export type ActionsHandedOut = z.infer<typeof actionsHandedOutSchema>

/** GET /v1/health */
export const healthSchema = z.object({
  status: z.literal('ready'),
  /** The oldest version that the city reads: a desk that knows no other looks here. */
  protocol: z.literal(oldestProtocol),
  /** The versions that the city reads. A city of version 1 does not say. */
  protocols: z.object({ oldest: z.int().positive(), newest: z.int().positive() }).exactOptional(),
  store: z.enum(['postgresql', 'embedded']),
  /** The city's clock, ISO 8601 UTC; a station whose clock is far from it is told so. */
  now: z.iso.datetime(),
  sample: z.boolean(),
})
export type Health = z.infer<typeof healthSchema>

/** Body of every answer outside 2xx: the reason in the clerk's words, and the field where one is at fault. */
export const faultSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().optional(),
})
export type Fault = z.infer<typeof faultSchema>

/**
 * The station's starting package: its own data, users, the register as imported, blank stock handed out, and the
 * cases filed so far. Gzipped JSON on disk. `landings` is for the city alone: certificates known to have landed.
 */
export const packageSchema = z.object({
  protocol: protocolSchema,
  sample: z.boolean(),
  madeOn: z.string(),
  station: stationSchema,
  users: z.array(userSchema),
  /** Residents, households and certificates as imported. */
  /** Households of an old base may still carry their old kind; nothing further in ever sees it. */
  records: z.array(z.preprocess(convertLegacyHousehold, registerRecordSchema)),
  filed: z.array(filedActionSchema),
  /** Actions that the city refused and nobody at the station has closed yet. */
  refused: z.array(z.object({ action: actionSchema, refusals: z.array(refusalSchema).min(1) })),
  /** Actions recorded at the station and not yet sent (station package only). */
  unsent: z.array(actionSchema),
  /** Secret by which the city knows the station. */
  stationToken: z.string(),
  /** Blocks of numbers for the machine that is set up from this package, so that it works before its first contact. */
  leases: z.array(leaseSchema).exactOptional(),
  /** How a machine of the station enrols with the city (station package only; none for a city without TLS). */
  city: stationEntrySchema.exactOptional(),
})
export type StartingPackage = z.infer<typeof packageSchema>

/** The city's package: the station packages it knows, and what only the city knows. */
export const cityPackageSchema = z.object({
  protocol: protocolSchema,
  stations: z.array(
    packageSchema.omit({ users: true, unsent: true, city: true }).extend({
      deciders: z.array(deciderSchema).exactOptional(),
      /** Codes with which machines of the station enrol, each good once and until that instant. */
      enrolment: z.object({ codes: z.array(enrolmentCodeSchema), until: z.iso.datetime() }).exactOptional(),
    }),
  ),
  landings: z.array(z.object({ key: z.string(), on: z.string(), office: z.string() })),
})
export type CityPackage = z.infer<typeof cityPackageSchema>
