import { z } from 'zod'

/**
 * The wire as version 1 was released, written out once more and never changed again: a station that was not upgraded yet
 * reads with these schemas. A test holds their digest.
 */
const actionSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseType: z.string().min(1).max(60),
  step: z.string().min(1).max(60),
  facts: z.record(z.string(), z.json()),
  by: z.object({
    userId: z.string().min(1).max(64),
    name: z.string().min(1).max(50),
    role: z.enum(['auxiliary', 'officer', 'chief', 'county', 'city', 'inspector', 'administrator']),
    policeNumber: z.string().max(20),
  }),
  station: z.string().regex(/^\d{12}$/),
  device: z.string().min(1).max(40),
  at: z.iso.datetime(),
  base: z.object({
    case: z.number().int().min(0),
    records: z.record(z.string(), z.number().int().min(0)),
  }),
  version: z.number().int().min(1),
})

const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().exactOptional(),
  citation: z.string().exactOptional(),
})

const verdictSchema = z.discriminatedUnion('outcome', [
  z.object({
    id: z.uuid(),
    outcome: z.literal('accepted'),
    order: z.number().int().positive(),
    receipt: z.string(),
  }),
  z.object({ id: z.uuid(), outcome: z.literal('refused'), refusals: z.array(refusalSchema).min(1) }),
])

export const sendActionsSchema = z.object({
  protocol: z.literal(1),
  station: z.string().regex(/^\d{12}$/),
  device: z.string().min(1).max(40),
  actions: z.array(actionSchema).min(1).max(500),
})

export const actionsFiledSchema = z.object({ protocol: z.literal(1), verdicts: z.array(verdictSchema) })

export const fetchActionsSchema = z.object({
  station: z.string().regex(/^\d{12}$/),
  after: z.coerce.number().int().min(0),
  limit: z.coerce.number().int().min(1).max(1000).default(500),
})

export const actionsHandedOutSchema = z.object({
  protocol: z.literal(1),
  actions: z.array(
    z.object({ order: z.number().int().positive(), receipt: z.string(), action: actionSchema }),
  ),
  upTo: z.number().int().min(0),
  more: z.boolean(),
})

export const healthSchema = z.object({
  status: z.literal('ready'),
  protocol: z.literal(1),
  store: z.enum(['postgresql', 'embedded']),
  now: z.iso.datetime(),
  sample: z.boolean(),
})

export const faultSchema = z.object({ code: z.string(), message: z.string(), field: z.string().optional() })
