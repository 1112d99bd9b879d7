import { z } from 'zod'
import { bytesSchema } from './bytes.ts'
import { counterEventSchema } from '../trail/trail-event.ts'
import { userSchema } from '../people/user.ts'

const profileSchema = z.object({
  /** A practice station with made-up people: said on every screen and every paper. */
  sample: z.boolean(),
  /** Short id of this desk, unique in the station and kept for good, e.g. 'D3F0A'. */
  device: z.string().min(1).max(40),
  /** Origin of the city's server, '' when none is set. */
  cityAddress: z.string(),
  appVersion: z.string(),
  electronVersion: z.string(),
  /** 'verification': a stand-in runtime for tests, never for work. */
  runtime: z.enum(['product', 'verification']),
  dataFolder: z.string(),
})
export type StationProfile = z.infer<typeof profileSchema>

const signInResultSchema = z.discriminatedUnion('outcome', [
  z.object({ outcome: z.literal('welcome'), user: userSchema }),
  /** `waitSeconds`: how long until the next try is looked at. */
  z.object({ outcome: z.literal('refused'), waitSeconds: z.number().int().min(0), reason: z.string() }),
])
export type SignInResult = z.infer<typeof signInResultSchema>

export const stationChannels = {
  'station.profile': { request: z.object({}), response: profileSchema },
  'signin.users': { request: z.object({}), response: z.object({ users: z.array(userSchema) }) },
  'signin.verify': {
    request: z.object({ userId: z.string().min(1).max(100), passphrase: z.string().max(200) }),
    response: signInResultSchema,
  },
  /** The starting package, gzipped JSON; its secrets (passphrase hashes, the city's token) are blank in it. */
  'package.read': {
    request: z.object({}),
    response: z.union([z.object({ bytes: bytesSchema }), z.object({ none: z.literal(true) })]),
  },
  /** What only the counter knows, for the machine's trail. */
  'trail.note': { request: counterEventSchema, response: z.object({}) },
  /** The answer to the event 'app.close-requested': everything typed is saved, the window may go. */
  'app.close-ready': { request: z.object({}), response: z.object({}) },
}
