import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import { publicKeySchema } from '../proof/machine-key.ts'
import { certificatePemSchema, certificateRequestPemSchema, enrolmentCodeSchema } from './station-entry.ts'

const device = z.string().min(1).max(40)

/** GET /v1/challenges: something fresh to sign, so that a signature shows who holds a key now. */
export const challengeSchema = z.object({
  challenge: z.string().max(400),
  /** ISO 8601 instant in UTC after which it counts for nothing. */
  until: z.iso.datetime(),
})
export type Challenge = z.infer<typeof challengeSchema>

/** A signature over a challenge of the city's, made with the key that is to be certified (`possessionMessage`). */
export const possessionSchema = z.object({
  challenge: z.string().max(400),
  signature: z.string().regex(/^[0-9a-f]{128}$/),
})
export type Possession = z.infer<typeof possessionSchema>

/** POST /v1/enrolments: a machine that nobody knows yet asks for its certificate with a code that is good once. */
export const enrolmentSchema = z.object({
  station: stationCodeSchema,
  device,
  code: enrolmentCodeSchema,
  request: certificateRequestPemSchema,
  /** The machine's signing key; certified in the same step. */
  publicKey: publicKeySchema,
  possession: possessionSchema,
})
export type Enrolment = z.infer<typeof enrolmentSchema>

/** POST /v1/certificate-renewals, over a connection with the certificate that comes to its end. */
export const renewalSchema = z.object({
  station: stationCodeSchema,
  device,
  request: certificateRequestPemSchema,
})
export type Renewal = z.infer<typeof renewalSchema>

export const certifiedSchema = z.object({
  certificate: certificatePemSchema,
  /** ISO 8601 instant in UTC at which it ends. */
  until: z.iso.datetime(),
})
export type Certified = z.infer<typeof certifiedSchema>
