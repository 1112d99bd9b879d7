/** Longest wait between two tries: short enough that nobody needs to press "send now" after the line is back. */
export const longestWait = 60_000
const shortestWait = 1_000

/**
 * Full jitter: anything between nothing and the doubled wait, capped, so that two hundred stations whose line comes
 * back at once do not knock together. `chance` is in [0, 1).
 */
export function waitBefore(attempt: number, chance: number): number {
  const ceiling = Math.min(longestWait, shortestWait * 2 ** Math.min(attempt, 10))
  return Math.round(shortestWait / 2 + chance * ceiling)
}
