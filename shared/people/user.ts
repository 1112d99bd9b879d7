import { z } from 'zod'
import { roleSchema } from './role.ts'
import { stationCodeSchema } from './station.ts'

/** Somebody who signs in: one account for one person, never shared. No secret is kept here. */
export const userSchema = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(50),
  role: roleSchema,
  /** 警号; an auxiliary has a number of the auxiliary series, or none. */
  policeNumber: z.string().max(20),
  /** Code of the station whose desk it is. */
  station: stationCodeSchema,
})
export type User = z.infer<typeof userSchema>
