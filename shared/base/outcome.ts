import { z } from 'zod'

/**
 * Why something was not done, in the clerk's words: what happened, why, what to do next.
 * `code` is for programs and tests, `field` names the fact at fault, `citation` the clause id behind it.
 */
export interface Refusal {
  readonly code: string
  readonly message: string
  readonly field?: string
  readonly citation?: string
}

export const refusalSchema = z.object({
  code: z.string(),
  message: z.string(),
  field: z.string().exactOptional(),
  citation: z.string().exactOptional(),
})

/** Either the value or the reasons against it; a refusal is a result, never an exception. */
export type Outcome<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusals: readonly Refusal[] }

export function accepted<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused<T = never>(...refusals: Refusal[]): Outcome<T> {
  return { ok: false, refusals }
}
