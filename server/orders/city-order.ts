import { z } from 'zod'
import { deciderSchema } from '../../shared/people/decider.ts'
import { stationCodeSchema } from '../../shared/people/station.ts'
import { handedOutRangeSchema } from '../../shared/register/handed-out-stock.ts'

const station = stationCodeSchema
const device = z.string().min(1).max(40)
const policeNumber = z.string().min(1).max(20)

/** What an administrator of the city can order beside the program: who may speak or decide, and which blank sheets a station has. */
export const orderedSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('revoke-key'), keyId: z.string().regex(/^[0-9a-f]{12}$/) }),
  z.object({ what: z.literal('cut-off-machine'), station, device }),
  z.object({ what: z.literal('dismiss'), station, policeNumber }),
  z.object({ what: z.literal('authorise'), station, decider: deciderSchema }),
  /** A code with which one machine enrols; only its digest is ever written down. */
  z.object({ what: z.literal('give-code'), station, digest: z.string(), until: z.iso.datetime() }),
  z.object({ what: z.literal('hand-out-stock'), station, range: handedOutRangeSchema }),
  /** Sheets of a machine that was cut off, counted by hand and found blank: back to the station's stock. */
  z.object({ what: z.literal('give-back-counted'), station, device, range: handedOutRangeSchema }),
])
export type Ordered = z.infer<typeof orderedSchema>

export const cityOrderSchema = z.object({
  id: z.uuid(),
  /** ISO 8601 instant in UTC. */
  at: z.iso.datetime(),
  ordered: orderedSchema,
})
export type CityOrder = z.infer<typeof cityOrderSchema>
