import { Temporal } from 'temporal-polyfill'

/** From which whole day without a word of the city on a desk says more. */
export interface SilenceLimits {
  readonly remarkFrom: number
  readonly warnFrom: number
}

export const usualSilenceLimits: SilenceLimits = { remarkFrom: 3, warnFrom: 7 }
export const mostSilenceDays = 90

/** `calm`: nothing is said; `told`: the figure alone; `remark`: marked; `warning`: with what to do. Nothing is ever stopped. */
export type SilenceStage = 'calm' | 'told' | 'remark' | 'warning'

export interface Silence {
  readonly stage: SilenceStage
  /** Whole days since the last contact; 0 also where the clock was set back. */
  readonly days: number
}

/** How long the city has not been heard, both given as ISO 8601 instants. */
export function silenceOf(lastHeard: string, now: string, limits: SilenceLimits): Silence {
  const days = wholeDaysBetween(lastHeard, now)
  if (days < 1) return { stage: 'calm', days: 0 }
  if (days >= limits.warnFrom) return { stage: 'warning', days }
  return { stage: days >= limits.remarkFrom ? 'remark' : 'told', days }
}

const dayLength = 86_400_000

function wholeDaysBetween(from: string, to: string): number {
  const passed = Temporal.Instant.from(to).epochMilliseconds - Temporal.Instant.from(from).epochMilliseconds
  return passed < 0 ? 0 : (passed - (passed % dayLength)) / dayLength
}

/** Limits that a person set, made sound: a warning never comes before the remark. */
export function silenceLimitsIn(value: unknown): SilenceLimits {
  const given: { readonly remarkFrom?: unknown; readonly warnFrom?: unknown } =
    typeof value === 'object' && value !== null ? value : {}
  const remarkFrom = daysIn(given.remarkFrom) ?? usualSilenceLimits.remarkFrom
  const warnFrom = daysIn(given.warnFrom) ?? usualSilenceLimits.warnFrom
  return { remarkFrom, warnFrom: warnFrom < remarkFrom ? remarkFrom : warnFrom }
}

function daysIn(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= mostSilenceDays
    ? value
    : undefined
}
