import { z } from 'zod'
import { plainDateSchema, type PlainDate } from '../base/plain-date.ts'

/**
 * A village or neighbourhood committee with its urban-rural class (城乡分类代码) and the days from which each held: a
 * re-zoning changes later reports and never an earlier one.
 */
export const localityRecordSchema = z.object({
  kind: z.literal('locality'),
  /** `locality:<twelve-digit statistical code>`. */
  key: z.string().startsWith('locality:'),
  /** Twelve-digit statistical code of the committee. */
  code: z.string().regex(/^\d{12}$/),
  name: z.string().min(1).max(60),
  /** Nine-digit code of the town, street or sumu. */
  township: z.string().regex(/^\d{9}$/),
  classes: z.array(z.object({ from: plainDateSchema, class: z.string().regex(/^\d{3}$/) })).min(1),
  version: z.number().int().min(0),
})
export type LocalityRecord = z.infer<typeof localityRecordSchema>

export function localityKey(code: string): string {
  return `locality:${code}`
}

/** The class that holds on a day; undefined before the first one is known. */
export function classOn(locality: LocalityRecord, day: PlainDate): string | undefined {
  return locality.classes.filter(({ from }) => from <= day).toSorted((a, b) => (a.from < b.from ? 1 : -1))[0]
    ?.class
}
