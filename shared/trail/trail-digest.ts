import type { SuiteName } from '../seal/cipher-suite.ts'

/** What the links of a trail are made with: SHA-256 (FIPS 180-4) or SM3 (GB/T 32905-2016, GM/T 0004-2012). */
export const trailDigests = ['sha-256', 'sm3'] as const
export type TrailDigest = (typeof trailDigests)[number]

/** One family of algorithms on one machine. */
export function trailDigestOf(suite: SuiteName): TrailDigest {
  return suite === 'sm4-gcm' ? 'sm3' : 'sha-256'
}
