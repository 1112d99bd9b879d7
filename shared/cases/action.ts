import { z } from 'zod'
import { jsonObjectSchema } from '../base/json-value.ts'
import { roleSchema } from '../people/role.ts'

/** The version of the action's shape. A message with a higher one is kept and replayed after an upgrade. */
export const actionVersion = 1

export const actorSchema = z.object({
  userId: z.string().min(1).max(64),
  name: z.string().min(1).max(50),
  role: roleSchema,
  policeNumber: z.string().max(20),
})
export type Actor = z.infer<typeof actorSchema>

/**
 * THE record: born in the form, and the same object in IndexedDB, in the journal, in the outbox, on the wire, in the
 * city's database and in the history panel. A case is the fold of its actions.
 */
export const actionSchema = z.object({
  id: z.uuid(),
  caseId: z.uuid(),
  caseType: z.string().min(1).max(60),
  step: z.string().min(1).max(60),
  /** What the step says; its shape is the step's own schema. */
  facts: jsonObjectSchema,
  by: actorSchema,
  /** Twelve-digit code of the station whose case it is. */
  station: z.string().regex(/^\d{12}$/),
  device: z.string().min(1).max(40),
  /** ISO 8601 instant in UTC at which the step was taken. */
  at: z.iso.datetime(),
  /** The versions that the actor saw: of the case, and of every record the step touches (0 = not there). */
  base: z.object({
    case: z.number().int().min(0),
    records: z.record(z.string(), z.number().int().min(0)),
  }),
  version: z.number().int().min(1),
})
export type Action = z.infer<typeof actionSchema>
export type Facts = Action['facts']
