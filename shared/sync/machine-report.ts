import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { machineKeySchema, publicKeySchema } from '../proof/machine-key.ts'
import { highestCounted } from './counts.ts'
import { possessionSchema } from './enrolment.ts'

/**
 * POST /v1/machine-reports: a machine tells the head of its trail and its public key; the city keeps the head, certifies
 * the key, and tells who may not sign in any more, everybody's keys and the city's void list.
 */
export const machineReportSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  trail: z.object({
    n: z.number().int().min(0).max(highestCounted),
    head: z.string().regex(/^[0-9a-f]{64}$/),
  }),
  /** Ed25519 (64 hexadecimal digits) or SM2 (04 and 128). */
  publicKey: publicKeySchema,
  /** Digest of the lists that the machine has; when they are still the same they do not come again. */
  listsDigest: z.string().max(64),
  /** Comes with a key that the city has not certified yet. */
  possession: possessionSchema.exactOptional(),
})
export type MachineReport = z.infer<typeof machineReportSchema>

export const listsSchema = z.object({
  cityKey: publicKeySchema,
  keys: z.array(machineKeySchema),
  voided: z.record(z.string(), z.object({ replacedBy: z.string().optional() })),
})
export type Lists = z.infer<typeof listsSchema>

export const machineReportAnswerSchema = z.object({
  /** What the city holds of the machine's trail. */
  trail: z.object({ n: z.number().int().min(0), head: z.string() }),
  /** Police numbers of those who left: their accounts here are stopped. */
  leavers: z.array(z.string().max(20)),
  listsDigest: z.string().max(64),
  lists: listsSchema.optional(),
})
export type MachineReportAnswer = z.infer<typeof machineReportAnswerSchema>
