import { Temporal } from 'temporal-polyfill'

/**
 * The instant of the next event, by “Logical Physical Clocks” (Kulkarni and others, 2014) with the logical part in the
 * milliseconds: the machine's own clock, but later than everything that is known, so that no answer is dated before what it
 * answers, however far two clocks are apart. `now` and `latest` are ISO 8601 in UTC. A `latest` that is ahead by `most` milliseconds or more comes
 * from a clock that was wrong, and is not followed.
 */
export function nextInstant(now: string, latest: string | undefined, most: number): string {
  if (latest === undefined) return now
  const known = Temporal.Instant.from(latest)
  const ahead = known.epochMilliseconds - Temporal.Instant.from(now).epochMilliseconds
  if (ahead < 0 || ahead >= most) return now
  return known.add({ milliseconds: 1 }).toString({ smallestUnit: 'millisecond' })
}

/** The later one of two instants. */
export function laterOf(one: string | undefined, other: string): string {
  if (one === undefined) return other
  return Temporal.Instant.compare(one, other) > 0 ? one : other
}

/** Whether the text can be counted with: what schemas call an instant may have more digits of a second than one has. */
export function isInstant(text: string): boolean {
  try {
    Temporal.Instant.from(text)
    return true
  } catch {
    return false
  }
}

/** By how many milliseconds an instant is ahead of another; below zero when it is behind. */
export function aheadBy(instant: string, of: string): number {
  return Temporal.Instant.from(instant).epochMilliseconds - Temporal.Instant.from(of).epochMilliseconds
}
