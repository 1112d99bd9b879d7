import type { SheetSerial } from './certificate.ts'
import type { SheetRecord } from './record.ts'

/** A run of numbers of one printing, both ends included; `first` and `last` have eight digits. */
export interface SheetRange {
  readonly prefix: string
  readonly printYear: number
  readonly first: string
  readonly last: string
}

/** What became of the sheets of a range. Whatever is not accounted for raises the alarm. */
export interface StockBalance {
  readonly received: number
  /** Issued at some time, also when landed or void since. */
  readonly used: number
  readonly spoiled: number
  /** In a printer: nobody has said yet whether they came out. */
  readonly printing: number
  readonly blank: number
  /** Numbers of the range of which the register knows nothing, eight digits each. */
  readonly missing: readonly string[]
  /** Sheets in the box less blanks in the register; 0 when nobody counted or the count agrees. */
  readonly boxDifference: number
  readonly balanced: boolean
}

/** A range of numbers is far too long to have been received at once. */
export const mostSheetsInARange = 10_000

/**
 * 月末清点: used + spoiled + in the printer + blank must be what was received, number by number, and the box must hold
 * as many blanks as the register says. `counted` is the number of blanks that somebody counted by hand.
 */
export function balanceStock(
  { prefix, printYear, first, last }: SheetRange,
  sheets: readonly SheetRecord[],
  counted?: number,
): StockBalance {
  const known = new Map(
    sheets
      .filter(({ serial }) => serial.prefix === prefix && serial.printYear === printYear)
      .map(({ serial, state }) => [serial.digits, state]),
  )
  const numbers = numbersBetween(Number(first), Number(last))
  const states = numbers.map((digits) => known.get(digits))
  const count = (...wanted: readonly (SheetRecord['state'] | undefined)[]) =>
    states.filter((state) => state !== undefined && wanted.includes(state)).length
  const blank = count('blank')
  const missing = numbers.filter((digits) => !known.has(digits))
  const boxDifference = counted === undefined ? 0 : counted - blank
  return {
    received: numbers.length,
    used: count('issued', 'landed', 'void'),
    spoiled: count('spoiled'),
    printing: count('printing'),
    blank,
    missing,
    boxDifference,
    balanced: missing.length === 0 && boxDifference === 0,
  }
}

/** The unbroken runs of numbers that the station's sheets form, printing by printing, lowest first. */
export function rangesOf(sheets: readonly SheetRecord[]): readonly SheetRange[] {
  const serials = sheets.map(({ serial }) => serial).toSorted(inNumberOrder)
  return serials.reduce<readonly SheetRange[]>((ranges, serial) => {
    const open = ranges.at(-1)
    return open && follows(open, serial)
      ? [...ranges.slice(0, -1), { ...open, last: serial.digits }]
      : [...ranges, rangeFrom(serial)]
  }, [])
}

function rangeFrom({ prefix, printYear, digits }: SheetSerial): SheetRange {
  return { prefix, printYear, first: digits, last: digits }
}

function follows({ prefix, printYear, last }: SheetRange, serial: SheetSerial): boolean {
  const isSamePrinting = serial.prefix === prefix && serial.printYear === printYear
  return isSamePrinting && Number(serial.digits) === Number(last) + 1
}

function inNumberOrder(one: SheetSerial, other: SheetSerial): number {
  if (one.printYear !== other.printYear) return one.printYear - other.printYear
  if (one.prefix !== other.prefix) return one.prefix < other.prefix ? -1 : 1
  return Number(one.digits) - Number(other.digits)
}

function numbersBetween(first: number, last: number): readonly string[] {
  const length = last - first + 1
  if (length < 1) return []
  return Array.from({ length: length > mostSheetsInARange ? mostSheetsInARange : length }, (_, at) =>
    String(first + at).padStart(8, '0'),
  )
}
