import { z } from 'zod'

/** Wrong tries of one user, kept on disk so that a restart does not forget them. */
export const attemptSchema = z.object({ wrong: z.number().int().min(0), lastAt: z.number() })
export type Attempt = z.infer<typeof attemptSchema>

/** Seconds to wait after the n-th wrong try in a row; the first two may be slips of the finger. */
const waits = [0, 0, 0, 5, 15, 60, 300]
const longestWait = 900

/** Seconds until the next try is looked at, at `now` (milliseconds since 1970). A clock set back gains nothing. */
export function secondsToWait(attempt: Attempt, now: number): number {
  const wait = waits[attempt.wrong] ?? longestWait
  const passed = Math.max(0, (now - attempt.lastAt) / 1000)
  return Math.max(0, Math.ceil(wait - passed))
}
