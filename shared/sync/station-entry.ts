import { z } from 'zod'

const pem = (what: string) =>
  z
    .string()
    .max(8000)
    .regex(new RegExp(`^-----BEGIN ${what}-----\n[A-Za-z0-9+/=\n]+-----END ${what}-----\n?$`))

/** An X.509 certificate in PEM (RFC 7468). */
export const certificatePemSchema = pem('CERTIFICATE')
/** A PKCS#10 certificate request in PEM (RFC 2986, RFC 7468). */
export const certificateRequestPemSchema = pem('CERTIFICATE REQUEST')

/** Six groups of four letters and digits, without those that look alike: 120 bits, to be read out over a telephone. */
export const enrolmentCodeSchema = z.string().regex(/^([2-9A-HJKMNP-Z]{4}-){5}[2-9A-HJKMNP-Z]{4}$/)

/**
 * How a machine of the station comes to the city for the first time; part of the starting package, so that nothing on
 * the line has to be believed: whose certificates count, whose signature is the city's, and the words to enrol with.
 */
export const stationEntrySchema = z.object({
  /** The authority that signs the city's and the machines' certificates. A desk trusts it and no other. */
  authority: certificatePemSchema,
  /** The city's signing key, hexadecimal Ed25519. */
  cityKey: z.string().regex(/^[0-9a-f]{64}$/),
  /** One for each machine; each is good once. */
  enrolmentCodes: z.array(enrolmentCodeSchema).max(100),
})
export type StationEntry = z.infer<typeof stationEntrySchema>
