import { z } from 'zod'
import { bytesSchema } from './bytes.ts'
import { counterEventSchema } from '../trail/trail-event.ts'
import { stationNameSchema } from '../people/station.ts'
import { suiteNames } from '../seal/suites.ts'

const profileSchema = z.object({
  /** A practice station with made-up people: said on every screen and every paper. */
  sample: z.boolean(),
  /** Short id of this desk, unique in the station and kept for good, e.g. 'D3F0A'. */
  device: z.string().min(1).max(40),
  /** Random id of this machine, made once: the city gives a device's name to one machine only. */
  machine: z.uuid(),
  /** The blocks of numbers in its package that name no machine are this one's. */
  firstBlocks: z.boolean(),
  /** Origin of the city's server, '' when none is set. */
  cityAddress: z.string(),
  appVersion: z.string(),
  electronVersion: z.string(),
  /** 'verification': a stand-in runtime for tests, never for work. */
  runtime: z.enum(['product', 'verification']),
  dataFolder: z.string(),
  /** Whose desk it is; none before it was set up. */
  station: stationNameSchema.optional(),
  /** When this machine took a broken one's place, ISO 8601 UTC; absent where it never did. */
  restoredAt: z.iso.datetime().optional(),
  /** Whether a starting package lies where the desk looks for one. */
  hasPackage: z.boolean(),
  /** How what rests on disk is sealed, and whether the system's keystore holds half of the lock. */
  seal: z.object({ suite: z.enum(suiteNames), keystore: z.boolean() }),
})
export type StationProfile = z.infer<typeof profileSchema>

export const stationChannels = {
  'station.profile': { request: z.object({}), response: profileSchema },
  /** The starting package, gzipped JSON; its secret (the city's token) is blank in it. */
  'package.read': {
    request: z.object({}),
    response: z.union([z.object({ bytes: bytesSchema }), z.object({ none: z.literal(true) })]),
  },
  /** What only the counter knows, for the machine's trail. */
  'trail.note': { request: counterEventSchema, response: z.object({}) },
  /** The answer to the event 'app.close-requested': everything typed is saved, the window may go. */
  'app.close-ready': { request: z.object({}), response: z.object({}) },
}
