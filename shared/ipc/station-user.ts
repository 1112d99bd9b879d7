import { z } from 'zod'

/** A user of the station as the counter may see one: no secret in it. */
export const stationUserSchema = z.object({
  id: z.string(),
  name: z.string(),
  role: z.enum(['auxiliary', 'officer', 'chief', 'county', 'city', 'inspector', 'administrator']),
  policeNumber: z.string(),
  station: z.string(),
})
export type StationUser = z.infer<typeof stationUserSchema>
