import { z } from 'zod'

/** The desk's database as it stood behind entry `n` of the journal: a shorter way to the same than folding all of it. */
export const checkpointSchema = z.object({
  n: z.number().int().min(1),
  /** SHA-256 of that entry as the journal holds it, hexadecimal: a checkpoint belongs to one journal. */
  entry: z.string().regex(/^[0-9a-f]{64}$/),
  /** Version of the database whose rows these are. */
  schema: z.number().positive(),
  /** Rows by table; what rests sealed in them stays sealed. */
  tables: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))),
})
export type Checkpoint = z.infer<typeof checkpointSchema>

export const checkpointChannels = {
  /** Keeps a checkpoint, synced before it answers, and the one before it; older ones go. */
  'checkpoint.keep': { request: checkpointSchema, response: z.object({}) },
  /** Number of the newest one by its name, 0 without any; whether it is sound shows when it is opened. */
  'checkpoint.last': { request: z.object({}), response: z.object({ n: z.number().int().min(0) }) },
  /** The newest sound one below that number; one that was torn or changed is passed over. */
  'checkpoint.newest': {
    request: z.object({ below: z.number().int().min(1) }),
    response: z.object({ checkpoint: checkpointSchema.exactOptional() }),
  },
}
