import { hkdfSync, randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT } from 'jose'
import type { Challenge } from '../../shared/sync/enrolment.ts'

const algorithm = 'HS256'
const audience = 'challenge'

/** Long enough for a slow line, too short to be collected. */
const lastsSeconds = 300

/**
 * A challenge is a word that the city alone writes and reads (JSON Web Token, RFC 7519): signed with a key derived from the
 * city's own, so that every process of the city knows it and none has to remember it. `now` is an ISO 8601 instant in UTC.
 */
export async function signChallenge(citySecret: Uint8Array, now: string): Promise<Challenge> {
  const from = Math.floor(Date.parse(now) / 1000)
  const challenge = await new SignJWT()
    .setProtectedHeader({ alg: algorithm })
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(from)
    .setExpirationTime(from + lastsSeconds)
    .sign(keyFrom(citySecret))
  return { challenge, until: new Date((from + lastsSeconds) * 1000).toISOString() }
}

/** Whether the city said it, and not too long ago. */
export async function isFreshChallenge(
  citySecret: Uint8Array,
  challenge: string,
  now: string,
): Promise<boolean> {
  try {
    await jwtVerify(challenge, keyFrom(citySecret), {
      audience,
      algorithms: [algorithm],
      currentDate: new Date(now),
    })
    return true
  } catch (error) {
    if (error instanceof errors.JOSEError) return false
    throw error
  }
}

function keyFrom(citySecret: Uint8Array): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', citySecret, '', 'hukou-desk-challenge', 32))
}
