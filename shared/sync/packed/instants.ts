import { Temporal } from 'temporal-polyfill'

/** Length of an instant as every program writes it: '2026-03-01T01:00:00.000Z'. */
const asWritten = 24
const shape = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/

/** Milliseconds since 1970 of such an instant; undefined for any other text. */
export function millisecondsOf(text: string): number | undefined {
  if (!shape.test(text)) return undefined
  try {
    const milliseconds = Temporal.Instant.from(text).epochMilliseconds
    return instantOf(milliseconds) === text ? milliseconds : undefined
  } catch {
    // The shape of an instant, and no such day or hour.
    return undefined
  }
}

/** The instant so many milliseconds after 1970; undefined outside the years 0000 to 9999. */
export function instantOf(milliseconds: number): string | undefined {
  const text = Temporal.Instant.fromEpochMilliseconds(milliseconds).toString({ fractionalSecondDigits: 3 })
  return text.length === asWritten ? text : undefined
}
