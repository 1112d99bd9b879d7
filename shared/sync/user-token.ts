import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { possessionSchema } from './enrolment.ts'

/** Goes with every question in which people are spoken of (`asksForPerson`). */
export const userTokenHeader = 'x-user-token'

/**
 * POST /v1/user-tokens: whoever is signed in shows that it is they, by a signature of their own key over a challenge of the
 * city's (`presenceMessage`). The key must be on file (POST /v1/user-keys).
 */
export const askUserTokenSchema = z.object({
  station: stationCodeSchema,
  device: z.string().min(1).max(40),
  keyId: z.string().regex(/^[0-9a-f]{12}$/),
  presence: possessionSchema,
})
export type AskUserToken = z.infer<typeof askUserTokenSchema>

export const userTokenSchema = z.object({
  token: z.string().min(1).max(800),
  /** Whole seconds from the answer on; how the clocks stand does not matter. */
  lastsSeconds: z.number().int().positive(),
})
export type UserToken = z.infer<typeof userTokenSchema>

/** Whether what is asked there speaks of people; the rest is about the machine alone. */
export function asksForPerson(path: string): boolean {
  return /^\/v1\/(actions|attachments|attachment-uploads|leases)(?![a-z-])/.test(path)
}
