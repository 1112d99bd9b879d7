import { Temporal } from 'temporal-polyfill'
import { z } from 'zod'
import { accepted, refused, type Outcome } from './outcome.ts'

/**
 * A calendar day without a time, 'YYYY-MM-DD', years 1000 to 9999: sorts and compares as text.
 * Functions that take a PlainDate throw RangeError when the text is not one; guard input with `plainDateSchema`.
 */
export type PlainDate = string

const SHAPE = /^[1-9]\d{3}-\d{2}-\d{2}$/

/** Years a clerk can mean; outside them a slip of the finger is likelier than a fact. */
const FIRST_YEAR = 1800
const LAST_YEAR = 2199

interface DayParts {
  readonly year: number
  readonly month: number
  readonly day: number
}

export function isPlainDate(text: string): text is PlainDate {
  if (!SHAPE.test(text)) return false
  const parts = partsOf(text)
  return (
    parts.month >= 1 &&
    parts.month <= 12 &&
    parts.day >= 1 &&
    parts.day <= daysInMonth(parts.year, parts.month)
  )
}

/** A day as stored and sent; refuses days that no calendar has. */
export const plainDateSchema = z
  .string()
  .regex(SHAPE, { error: '日期应写成“年-月-日”，例如 1990-03-05。', abort: true })
  .refine(isPlainDate, '日历上没有这一天，请核对年、月、日。')

export function addDays(date: PlainDate, days: number): PlainDate {
  return dayOf(date).add({ days }).toString()
}

/** Where the month is too short, its last day: a month after 31 January is 28 or 29 February. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  return dayOf(date).add({ months }).toString()
}

/** A year after 29 February is 28 February. */
export function addYears(date: PlainDate, years: number): PlainDate {
  return dayOf(date).add({ years }).toString()
}

/** Days from `from` to `to`; negative when `to` lies earlier. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return dayOf(from).until(dayOf(to), { largestUnit: 'day' }).days
}

/** Full years from `from` to `to` (an age); who was born on 29 February is a year older on 1 March of a common year. */
export function yearsBetween(from: PlainDate, to: PlainDate): number {
  return dayOf(from).until(dayOf(to), { largestUnit: 'year' }).years
}

/** Age in full years on a day; both counted as `yearsBetween` does. */
export function ageOn(birthDate: PlainDate, day: PlainDate): number {
  return yearsBetween(birthDate, day)
}

/** Negative when `a` is earlier, 0 when equal, positive when later: for sorting. */
export function compareDates(a: PlainDate, b: PlainDate): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}

/** The day on the wall calendar in China (Asia/Shanghai) at an instant like '2026-03-01T16:30:00Z'. */
export function dateInChina(instant: string): PlainDate {
  return (
    dateSinceSummerTimeEnded(instant) ??
    Temporal.Instant.from(instant).toZonedDateTimeISO('Asia/Shanghai').toPlainDate().toString()
  )
}

const UTC_INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d(?::[0-5]\d(?:\.\d{1,9})?)?Z$/
const FIRST_DAY_WITHOUT_SUMMER_TIME = '1992-01-01'
const HOUR_OF_MIDNIGHT_IN_CHINA = 16

/**
 * China has kept UTC+8 without summer time since 1992, so that every instant that this program writes needs no time zone
 * table. Undefined for what is older or written otherwise.
 */
function dateSinceSummerTimeEnded(instant: string): PlainDate | undefined {
  const [, date = '', hour = ''] = UTC_INSTANT.exec(instant) ?? []
  if (date < FIRST_DAY_WITHOUT_SUMMER_TIME || !isPlainDate(date)) return undefined
  return Number(hour) < HOUR_OF_MIDNIGHT_IN_CHINA ? date : addDays(date, 1)
}

/** '2026-03-01' as written in a sentence: '2026年3月1日'. */
export function dateInChinese(date: PlainDate): string {
  const { year, month, day } = dayOf(date)
  return `${year}年${month}月${day}日`
}

/**
 * Reads a day as a clerk types it: 19900305, 900305, 1990-3-5, 90-3-5, 1990.3.5, 1990/3/5, 1990年3月5日, half or full width.
 * A two-digit year is the latest such year that does not put the day after `today`.
 * Refuses with the code 'date-empty', 'date-shape', 'date-year' or 'date-impossible'; nothing is guessed.
 */
export function parseDateAsTyped(text: string, today: PlainDate): Outcome<PlainDate> {
  const typed = text.normalize('NFKC').trim()
  if (typed === '') return refused({ code: 'date-empty', message: '还没有填日期。请输入，例如 19900305。' })
  const parts = readParts(typed, dayOf(today))
  if (parts === undefined) {
    return refused({
      code: 'date-shape',
      message: `“${text.trim()}”看不出是哪一天。请输入年月日，例如 19900305、1990-3-5 或 1990年3月5日。`,
    })
  }
  const fault = faultOf(parts)
  return fault === undefined ? accepted(Temporal.PlainDate.from(parts).toString()) : refused(fault)
}

function dayOf(date: PlainDate): Temporal.PlainDate {
  if (!SHAPE.test(date)) throw new RangeError(`not a plain date: ${date}`)
  return Temporal.PlainDate.from(date, { overflow: 'reject' })
}

function partsOf(date: string): DayParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) }
}

/** Asked of every date that is read. The calendar repeats after 400 years, so that few months are ever held. */
const monthLengths = new Map<number, number>()
const YEARS_UNTIL_SAME_CALENDAR = 400

function daysInMonth(year: number, month: number): number {
  const place = (year % YEARS_UNTIL_SAME_CALENDAR) * 12 + month - 1
  const known = monthLengths.get(place)
  if (known !== undefined) return known
  const { daysInMonth: length } = Temporal.PlainYearMonth.from({ year, month })
  monthLengths.set(place, length)
  return length
}

const SEPARATED =
  /^(\d{4}|\d{2})(?:\s*[-./。、年]\s*|\s+)(\d{1,2})(?:\s*[-./。、月]\s*|\s+)(\d{1,2})\s*[日号]?$/
const SOLID = /^(\d{4}|\d{2})(\d{2})(\d{2})$/

function readParts(typed: string, today: DayParts): DayParts | undefined {
  const found = SEPARATED.exec(typed) ?? SOLID.exec(typed)
  if (found === null) return undefined
  const [, yearText = '', monthText, dayText] = found
  const month = Number(monthText)
  const day = Number(dayText)
  const year = yearText.length === 2 ? fullYear(Number(yearText), month, day, today) : Number(yearText)
  return { year, month, day }
}

function fullYear(twoDigits: number, month: number, day: number, today: DayParts): number {
  const inThisCentury = today.year - (today.year % 100) + twoDigits
  const isAhead =
    inThisCentury * 10_000 + month * 100 + day > today.year * 10_000 + today.month * 100 + today.day
  return isAhead ? inThisCentury - 100 : inThisCentury
}

function faultOf({ year, month, day }: DayParts): { code: string; message: string } | undefined {
  if (year < FIRST_YEAR || year > LAST_YEAR) {
    return { code: 'date-year', message: `年份 ${year} 不在 ${FIRST_YEAR}—${LAST_YEAR} 之间。请核对年份。` }
  }
  if (month > 12 && day >= 1 && day <= 12 && month <= daysInMonth(year, day)) {
    return {
      code: 'date-impossible',
      message: `没有 ${month} 月。月和日可能写反了，是不是 ${year}年${day}月${month}日？请按“年月日”的顺序重新输入。`,
    }
  }
  if (month < 1 || month > 12) {
    return { code: 'date-impossible', message: `没有 ${month} 月，月份是 1 到 12。请核对月份。` }
  }
  const last = daysInMonth(year, month)
  if (day >= 1 && day <= last) return undefined
  return { code: 'date-impossible', message: `没有这一天：${year}年${month}月只有 ${last} 天。请核对日期。` }
}
