import { z } from 'zod'
import { plainDateSchema } from '../base/plain-date.ts'
import {
  certificateContentSchema,
  certificatePersonSchema,
  certificateRecordSchema,
  placeSchema,
} from '../register/certificate.ts'

/** The kinds of field a form can have. One file per kind in `renderer/fields/` draws it. */
export const fieldValueSchemas = {
  text: z.string().max(200),
  longText: z.string().max(2000),
  name: z.string().max(50),
  phone: z.string().max(30),
  citizenId: z.string().max(18),
  date: plainDateSchema,
  choice: z.string().max(40),
  yesNo: z.boolean(),
  code: z.string().max(20),
  place: placeSchema,
  /** A certificate picked from the register of issued certificates, as the clerk saw it. */
  certificate: certificateRecordSchema,
  /** A certificate's content typed from a stub or a sheet in the hand. */
  certificateContent: certificateContentSchema,
  /** People picked from the register of residents, as columns of a certificate. */
  movers: z.array(certificatePersonSchema).max(4),
} as const
export type FieldKind = keyof typeof fieldValueSchemas
export type FieldValue<Kind extends FieldKind> = z.infer<(typeof fieldValueSchemas)[Kind]>

/** Facts as they stand while a form is being filled in: anything may still be missing. */
export type PartialFacts = Readonly<Record<string, unknown>>

export interface Field<Kind extends FieldKind = FieldKind> {
  readonly kind: Kind
  readonly label: string
  readonly hint?: string
  /** For `choice`: the values and their words, in the order of the keys 1, 2, 3… */
  readonly choices?: readonly { readonly value: string; readonly label: string }[]
  /** For `code`: name of the table in `shared/codes`. */
  readonly table?: string
  /** Whether the form asks for it, given the other facts. Asked unless said otherwise. */
  readonly asked?: (facts: PartialFacts) => boolean
  /** Whether the case can do without it when it is asked. */
  readonly optional?: boolean
}

export type Fields = Readonly<Record<string, Field>>

/** The facts that a set of fields collects; each may be missing. */
export type FactsOf<Set extends Fields> = {
  readonly [Key in keyof Set]?: FieldValue<Set[Key]['kind']> | undefined
}

/** Keeps the kinds literal, so that `FactsOf` knows each value's type. */
export function defineFields<const Set extends Fields>(fields: Set): Set {
  return fields
}

/** Schema of the facts of a form: known keys only, each of its kind, any of them missing. */
export function factsSchema(fields: Fields): z.ZodType<Record<string, unknown>> {
  const shape = Object.entries(fields).map(
    ([key, field]) => [key, fieldValueSchemas[field.kind].optional()] as const,
  )
  return z.strictObject(Object.fromEntries(shape))
}

export function isAsked(field: Field, facts: PartialFacts): boolean {
  return field.asked?.(facts) ?? true
}

/** Keys of the fields that are asked, needed and still empty. */
export function missingFacts(fields: Fields, facts: PartialFacts): string[] {
  return Object.entries(fields)
    .filter(([key, field]) => isAsked(field, facts) && !field.optional && isEmpty(facts[key]))
    .map(([key]) => key)
}

/** The facts without those that the form no longer asks for, so that a hidden answer decides nothing. */
export function askedFacts(fields: Fields, facts: PartialFacts): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts).filter(([key, value]) => {
      const field = fields[key]
      return field !== undefined && value !== undefined && value !== '' && isAsked(field, facts)
    }),
  )
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}
