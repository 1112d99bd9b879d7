const shape = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/
const dayInMilliseconds = 86_400_000

/** Milliseconds since 1970 of an instant as every program writes it ('2026-03-01T01:00:00.000Z'); undefined for any other text. */
export function millisecondsOf(text: string): number | undefined {
  const parts = shape.exec(text)?.slice(1).map(Number)
  if (!parts) return undefined
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, fraction = 0] = parts
  const days = daysSince1970(year, month, day)
  const milliseconds = days * dayInMilliseconds + ((hour * 60 + minute) * 60 + second) * 1000 + fraction
  return instantOf(milliseconds) === text ? milliseconds : undefined
}

/** The instant so many milliseconds after 1970; undefined outside the years 0000 to 9999. */
export function instantOf(milliseconds: number): string | undefined {
  const withinDay = ((milliseconds % dayInMilliseconds) + dayInMilliseconds) % dayInMilliseconds
  const date = dateOf((milliseconds - withinDay) / dayInMilliseconds)
  const time = [
    padded(whole(withinDay, 3_600_000), 2),
    padded(whole(withinDay, 60_000) % 60, 2),
    `${padded(whole(withinDay, 1000) % 60, 2)}.${padded(withinDay % 1000, 3)}Z`,
  ].join(':')
  return date && `${date}T${time}`
}

/** Days of the Gregorian calendar, counted in years that begin in March, so that the leap day is the last. */
function daysSince1970(year: number, month: number, day: number): number {
  const shifted = month > 2 ? year : year - 1
  const cycle = whole(shifted, 400)
  const yearOfCycle = shifted - cycle * 400
  const dayOfYear = whole(153 * (month > 2 ? month - 3 : month + 9) + 2, 5) + day - 1
  const dayOfCycle = yearOfCycle * 365 + whole(yearOfCycle, 4) - whole(yearOfCycle, 100) + dayOfYear
  return cycle * 146_097 + dayOfCycle - 719_468
}

function dateOf(days: number): string | undefined {
  const shifted = days + 719_468
  const cycle = whole(shifted, 146_097)
  const dayOfCycle = shifted - cycle * 146_097
  const yearOfCycle = whole(
    dayOfCycle - whole(dayOfCycle, 1460) + whole(dayOfCycle, 36_524) - whole(dayOfCycle, 146_096),
    365,
  )
  const dayOfYear = dayOfCycle - (365 * yearOfCycle + whole(yearOfCycle, 4) - whole(yearOfCycle, 100))
  const shiftedMonth = whole(5 * dayOfYear + 2, 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfCycle + cycle * 400 + (month <= 2 ? 1 : 0)
  const day = dayOfYear - whole(153 * shiftedMonth + 2, 5) + 1
  return year < 0 || year > 9999 ? undefined : `${padded(year, 4)}-${padded(month, 2)}-${padded(day, 2)}`
}

/** The quotient rounded down, also below zero. */
function whole(value: number, by: number): number {
  const rest = ((value % by) + by) % by
  return (value - rest) / by
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0')
}
