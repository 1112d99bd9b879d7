import { z } from 'zod'

/** Bytes travel as Uint8Array, never as text. */
export const bytesSchema = z.custom<Uint8Array>((value) => value instanceof Uint8Array)
