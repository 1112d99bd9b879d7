import { hkdfSync, randomUUID } from 'node:crypto'
import { errors, jwtVerify, SignJWT, type JWTPayload } from 'jose'

const algorithm = 'HS256'

/** What a word is good for, and for how long. */
export interface Purpose {
  /** A key of its own comes of this name: a word for one purpose is nothing for another. */
  readonly audience: string
  readonly lastsSeconds: number
}

/** What the city says in a word beside its purpose and its end. */
export type Claims = Readonly<Record<string, string>>

/**
 * A word that the city alone writes and reads (JSON Web Token, RFC 7519): signed with a key derived from the city's own, so
 * that every process of the city knows it and none has to remember it. `now` is an ISO 8601 instant in UTC.
 */
export async function signWord(
  citySecret: Uint8Array,
  { audience, lastsSeconds }: Purpose,
  now: string,
  claims: Claims = {},
): Promise<{ readonly word: string; readonly until: string }> {
  const from = Math.floor(Date.parse(now) / 1000)
  const word = await new SignJWT({ ...claims })
    .setProtectedHeader({ alg: algorithm })
    .setAudience(audience)
    .setJti(randomUUID())
    .setIssuedAt(from)
    .setExpirationTime(from + lastsSeconds)
    .sign(keyFor(citySecret, audience))
  return { word, until: new Date((from + lastsSeconds) * 1000).toISOString() }
}

/** What the city said in a word for this purpose, not too long ago; undefined for every other text. */
export async function readWord(
  citySecret: Uint8Array,
  { audience }: Purpose,
  word: string,
  now: string,
): Promise<JWTPayload | undefined> {
  try {
    const { payload } = await jwtVerify(word, keyFor(citySecret, audience), {
      audience,
      algorithms: [algorithm],
      currentDate: new Date(now),
    })
    return payload
  } catch (error) {
    if (error instanceof errors.JOSEError) return undefined
    throw error
  }
}

function keyFor(citySecret: Uint8Array, audience: string): Uint8Array {
  return new Uint8Array(hkdfSync('sha256', citySecret, '', `hukou-desk-${audience}`, 32))
}
