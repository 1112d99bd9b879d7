import { z } from 'zod'

/** Somebody above a station, of the county or the city, whom the city entered to decide at the station's desks. */
export const deciderSchema = z.object({
  /** 警号 */
  policeNumber: z.string().min(1).max(20),
  role: z.enum(['county', 'city']),
})
export type Decider = z.infer<typeof deciderSchema>
