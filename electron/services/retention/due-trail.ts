import { isDue } from '../../../shared/retention/retention-schedule.ts'
import type { TrailLine } from '../../../shared/trail/trail-chain.ts'

/**
 * How far a trail may be cut: the links at its beginning whose term is over, and of those only what the city holds the
 * head of. 0 when there is nothing to cut; the clock going back in between ends it.
 */
export function cutUpTo(links: readonly TrailLine[], now: number): number {
  const anchored = links.reduce((n, { event }) => (event.what === 'anchored' ? Math.max(n, event.n) : n), 0)
  let upTo = 0
  for (const { n, at } of links) {
    if (n > anchored || !isDue('trail', Date.parse(at), now)) break
    upTo = n
  }
  return upTo
}
