import type { Challenge } from '../../shared/sync/enrolment.ts'
import type { City } from '../city.ts'
import { readWord, signWord, type Purpose } from './city-word.ts'

/** Long enough for a slow line, too short to be collected. */
const challengePurpose: Purpose = { audience: 'challenge', lastsSeconds: 300 }

/** Something fresh to sign, for whoever has to show that a key is in hand. */
export async function makeChallenge({ secretKey, now }: City): Promise<Challenge> {
  const { word, until } = await signWord(await secretKey(), challengePurpose, now())
  return { challenge: word, until }
}

/** Whether the city said it, and not too long ago. */
export async function isFreshChallenge({ secretKey, now }: City, challenge: string): Promise<boolean> {
  return (await readWord(await secretKey(), challengePurpose, challenge, now())) !== undefined
}
