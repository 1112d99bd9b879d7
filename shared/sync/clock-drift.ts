/**
 * How far the clocks of a desk and the city may be apart, milliseconds. Times are evidence: what was done when must not
 * depend on a battery in a machine. Beyond this a desk sends nothing, and the city takes nothing that is dated ahead.
 */
export const mostClockDrift = 5 * 60_000

/** How far the clocks of two desks may be apart, each of them as far from the city's as it may be. */
export const mostBetweenDesks = 2 * mostClockDrift
