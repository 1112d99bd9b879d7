import { z } from 'zod'
import { deciderSchema } from '../../shared/people/decider.ts'
import { stationCodeSchema } from '../../shared/people/station.ts'

const station = stationCodeSchema
const policeNumber = z.string().min(1).max(20)

/** What an administrator of the city can order beside the program: each order changes who may speak or decide. */
export const orderedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('revoke-key'), keyId: z.string().regex(/^[0-9a-f]{12}$/) }),
  z.object({ what: z.literal('cut-off-machine'), station, device: z.string().min(1).max(40) }),
  z.object({ what: z.literal('dismiss'), station, policeNumber }),
  z.object({ what: z.literal('authorise'), station, decider: deciderSchema }),
  /** A code with which one machine enrols; only its digest is ever written down. */
  z.object({ what: z.literal('give-code'), station, digest: z.string(), until: z.iso.datetime() }),
])
export type Ordered = z.infer<typeof orderedSchema>

export const cityOrderSchema = z.object({
  id: z.uuid(),
  /** ISO 8601 instant in UTC. */
  at: z.iso.datetime(),
  ordered: orderedSchema,
})
export type CityOrder = z.infer<typeof cityOrderSchema>
