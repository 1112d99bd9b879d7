import { z } from 'zod'
import { stationCodeSchema } from '../people/station.ts'
import type { SheetSerial } from './certificate.ts'

/** What numbers are handed out in blocks: two kinds of numbered sheets, and the sequence codes of citizen numbers. */
export const leaseKinds = ['certificate-blanks', 'permit-blanks', 'citizen-sequence'] as const
export const leaseKindSchema = z.enum(leaseKinds)
export type LeaseKind = z.infer<typeof leaseKindSchema>

/**
 * A run of numbers that one device of a station holds alone (号段). `series` is the printing of the sheets (`蒙2026`), or the
 * county of the sequence codes (six digits). Instants are ISO 8601 in UTC.
 */
export const leaseSchema = z.object({
  id: z.uuid(),
  kind: leaseKindSchema,
  station: stationCodeSchema,
  /** Empty: it came with a package that names no machine; nobody draws on it before a machine has taken it over. */
  device: z.string().max(40),
  range: z.object({
    series: z.string().min(1).max(12),
    /** Both ends belong to it. */
    first: z.number().int().min(0).max(99_999_999),
    last: z.number().int().min(0).max(99_999_999),
  }),
  from: z.iso.datetime(),
  /** Nothing new is begun on it afterwards. */
  until: z.iso.datetime(),
  /** From then on the desk asks for a longer time. */
  renewBefore: z.iso.datetime(),
  /** `frozen`: its machine was cut off; nobody issues on it until the paper is accounted for. */
  state: z.enum(['live', 'frozen']),
  /** Since when it is frozen; what its machine began before counts. */
  frozenAt: z.iso.datetime().exactOptional(),
})
export type Lease = z.infer<typeof leaseSchema>

/** How long a block is lent, days: longer than any outage, and every contact with the city in the last part renews it. */
export const leaseDays: Readonly<Record<LeaseKind, number>> = {
  'certificate-blanks': 180,
  'permit-blanks': 180,
  'citizen-sequence': 365,
}
/** So many days before its end a block is renewed at the next contact. */
export const renewalDays = 120

/** Sequence codes in a block: five for boys and five for girls of every birth date (GB 11643: odd and even). */
export const sequencesInABlock = 10

/** The printing that a sheet's number belongs to. */
export function seriesOf({ prefix, printYear }: SheetSerial): string {
  return `${prefix}${printYear}`
}

export function isInRange(
  { series, first, last }: Lease['range'],
  number: { readonly series: string; readonly number: number },
): boolean {
  return series === number.series && first <= number.number && number.number <= last
}

export function sizeOf({ first, last }: Lease['range']): number {
  return last - first + 1
}

/** Runs of consecutive numbers, lowest first: what a lease can hold. */
export function runsOf(numbers: readonly number[]): readonly { first: number; last: number }[] {
  const runs: { first: number; last: number }[] = []
  for (const number of numbers.toSorted((one, other) => one - other)) {
    const open = runs.at(-1)
    if (open && number <= open.last + 1) open.last = number
    else runs.push({ first: number, last: number })
  }
  return runs
}

/** `00051001—00051050`, or `020—029` for sequence codes. */
export function rangeInWords({ kind, range }: Pick<Lease, 'kind' | 'range'>): string {
  const width = kind === 'citizen-sequence' ? 3 : 8
  const digits = (number: number) => String(number).padStart(width, '0')
  return `${digits(range.first)}—${digits(range.last)}`
}
